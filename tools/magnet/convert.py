"""Writes a PyTorch checkpoint of MagNet as safetensors, for methods.graph-tcn.magnet.

python convert.py magnet.pth magnet.safetensors

Needs nothing but Python. Of the pickle in the checkpoint only tensors and dictionaries are read: anything else that it
asks for is refused, since a pickle can run programs.
"""

import json
import pickle
import struct
import sys
import zipfile
from collections import OrderedDict
from math import prod

FLOAT = 4
LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
PARTS = ("encoder.", "manipulator.", "decoder.")


class Storage:
    """Names the numbers that several tensors may share; they are read after the pickle."""

    def __init__(self, kind, key):
        self.kind, self.key = kind, key


class Tensor:
    def __init__(self, storage, offset, shape, stride):
        self.storage, self.offset, self.shape, self.stride = storage, offset, tuple(shape), tuple(stride)

    def bytes(self, numbers):
        expected, stride = 1, []
        for side in reversed(self.shape):
            stride.insert(0, expected)
            expected *= side
        if self.stride != tuple(stride):
            raise ValueError(f"strides {self.stride}, expected {tuple(stride)} of shape {self.shape}")
        start = self.offset * FLOAT
        taken = numbers[self.storage.key][start : start + prod(self.shape) * FLOAT]
        if len(taken) != prod(self.shape) * FLOAT:
            raise ValueError(f"{len(taken)} bytes for shape {self.shape}: the file is cut short")
        return taken


def rebuilt(storage, offset, shape, stride, *ignored):
    if storage.kind != "FloatStorage":
        raise ValueError(f"numbers are kept in a {storage.kind}, expected a FloatStorage")
    return Tensor(storage, offset, shape, stride)


class Reader(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return rebuilt
        if (module, name) == ("torch._utils", "_rebuild_parameter"):
            return lambda tensor, *ignored: tensor
        if module == "torch" and name.endswith("Storage"):
            return type(name, (), {})
        raise ValueError(f"the checkpoint asks for {module}.{name}, expected tensors and dictionaries alone")

    def persistent_load(self, found):
        _, kind, key, *_ = found
        return Storage(kind.__name__, key)


def of_zip(path):
    """The format of PyTorch 1.6 and later: a pickle beside a file for each storage."""
    with zipfile.ZipFile(path) as files:
        pickled = next(name for name in files.namelist() if name.endswith("/data.pkl"))
        with files.open(pickled) as stream:
            found = Reader(stream).load()
        folder = pickled[: -len("data.pkl")] + "data/"
        names = [name for name in files.namelist() if name.startswith(folder)]
        return found, {name[len(folder) :]: files.read(name) for name in names}


def of_stream(path):
    """The format before that: pickles one after the other, then the storages."""
    with open(path, "rb") as stream:
        if Reader(stream).load() != LEGACY_MAGIC:
            raise ValueError("neither of PyTorch's two formats")
        Reader(stream).load()  # version
        Reader(stream).load()  # system
        found = Reader(stream).load()
        numbers = {}
        for key in Reader(stream).load():
            (count,) = struct.unpack("<q", stream.read(8))
            numbers[key] = stream.read(count * FLOAT)
        return found, numbers


def tensors(path):
    found, numbers = of_zip(path) if zipfile.is_zipfile(path) else of_stream(path)
    for wrapper in ("state_dict", "model"):
        found = found.get(wrapper, found)
    named = {name.removeprefix("module."): tensor for name, tensor in found.items()}
    return {
        name: (tensor.shape, tensor.bytes(numbers))
        for name, tensor in sorted(named.items())
        if isinstance(tensor, Tensor)
    }


def main(source, target):
    all_tensors = tensors(source)
    strange = [name for name in all_tensors if not name.startswith(PARTS)]
    if strange or not all_tensors:
        sys.exit(f"{source}: found tensors {strange or 'none'}, expected those of MagNet: {', '.join(PARTS)}")
    header, at = {}, 0
    for name, (shape, numbers) in all_tensors.items():
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [at, at + len(numbers)]}
        at += len(numbers)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(target, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.writelines(numbers for _, numbers in all_tensors.values())
    print(f"{target}: {len(all_tensors)} tensors, {at // FLOAT} numbers (the port has 918928)")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
