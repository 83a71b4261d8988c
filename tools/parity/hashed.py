"""Numbers that Python and Java draw alike from a name and an index, so that no weights are stored.

uniform(name, i) = 2 * top 24 bits of splitmix64(fnv1a64(name) + (i + 1) * golden) / 2^24 - 1, in [-1, 1).
The Java side is core/src/test/java/org/macro2micro/parity/HashedNumbers.java.
"""

import math

import numpy as np

GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def fnv1a(name):
    digest = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return np.uint64(digest)


def bits(name, count):
    """The first count 64-bit numbers of a name."""
    with np.errstate(over="ignore"):
        z = fnv1a(name) + np.arange(1, count + 1, dtype=np.uint64) * GOLDEN
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def uniform(name, *shape):
    """float64 numbers in [-1, 1), each a multiple of 2^-23."""
    count = math.prod(shape)
    numbers = (bits(name, count) >> np.uint64(40)).astype(np.float64) / 2.0**23 - 1
    return numbers.reshape(shape)


def weight(name, shape):
    """A parameter's value, rounded to float32: spread as He et al. have it, norms not trivial."""
    u = uniform(name, *shape)
    if len(shape) == 4:
        value = u * math.sqrt(6 / (shape[1] * shape[2] * shape[3]))
    elif len(shape) == 2:
        value = u * math.sqrt(3 / shape[1])
    elif name.endswith("running_var"):
        value = 1 + 0.5 * u
    elif name.endswith("weight"):
        value = 1 + 0.25 * u
    else:
        value = 0.1 * u
    return value.astype(np.float32)


def positions(name, count, size):
    """Where samples of a tensor of that size are taken."""
    return (bits(name, count) % np.uint64(size)).astype(np.int64)
