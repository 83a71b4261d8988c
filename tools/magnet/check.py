"""Checks convert.py on checkpoints of both formats that are written here, without PyTorch.

python check.py
"""

import io
import json
import os
import pickle
import struct
import sys
import tempfile
import types
import zipfile
from collections import OrderedDict

import convert

# Classes of PyTorch's names, so that the pickles name what PyTorch's do.
torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
FloatStorage = torch.FloatStorage = type("FloatStorage", (), {"__module__": "torch"})


def _rebuild_tensor_v2(*parts):
    raise NotImplementedError


_rebuild_tensor_v2.__module__ = "torch._utils"
utils._rebuild_tensor_v2 = _rebuild_tensor_v2
sys.modules.update({"torch": torch, "torch._utils": utils})


class Written:
    def __init__(self, key, offset, shape, stride):
        self.key, self.parts = key, (offset, shape, stride, False, OrderedDict())

    def __reduce__(self):
        return _rebuild_tensor_v2, (Key(self.key), *self.parts)


class Key(str):
    pass


class Writer(pickle.Pickler):
    def persistent_id(self, found):
        return ("storage", FloatStorage, str(found), "cpu", 6) if isinstance(found, Key) else None


def pickled(found):
    stream = io.BytesIO()
    Writer(stream, 2).dump(found)
    return stream.getvalue()


def main():
    # Two tensors of one storage, the second 2x2 from its third number.
    found = OrderedDict(
        [
            ("module.manipulator.g", Written("0", 2, (2, 2), (2, 1))),
            ("module.encoder.cba_1", Written("0", 0, (2,), (1,))),
        ]
    )
    numbers = struct.pack("<6f", *range(6))
    expected = {"encoder.cba_1": ([2], [0.0, 1.0]), "manipulator.g": ([2, 2], [2.0, 3.0, 4.0, 5.0])}
    with tempfile.TemporaryDirectory() as folder:
        new, old, target = (os.path.join(folder, name) for name in ("new.pth", "old.pth", "out.safetensors"))
        with zipfile.ZipFile(new, "w") as files:
            files.writestr("magnet/data.pkl", pickled(found))
            files.writestr("magnet/data/0", numbers)
        with open(old, "wb") as file:
            for part in (convert.LEGACY_MAGIC, 1001, {"little_endian": True}, found, ["0"]):
                file.write(pickled(part))
            file.write(struct.pack("<q", 6) + numbers)
        for source in (new, old):
            convert.main(source, target)
            with open(target, "rb") as file:
                (length,) = struct.unpack("<Q", file.read(8))
                header = json.loads(file.read(length))
                body = file.read()
            read = {}
            for name, entry in header.items():
                start, end = entry["data_offsets"]
                count = (end - start) // convert.FLOAT
                read[name] = (entry["shape"], list(struct.unpack(f"<{count}f", body[start:end])))
            assert read == expected, read
        with zipfile.ZipFile(new, "w") as files:
            files.writestr("magnet/data.pkl", pickle.dumps(os.system))
        try:
            convert.main(new, target)
            raise AssertionError("a pickle that runs programs was read")
        except ValueError as refused:
            assert "asks for" in str(refused)
    print("all checks passed")


if __name__ == "__main__":
    main()
