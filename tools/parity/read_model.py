"""What Python's safetensors reads from a file that Java wrote.

Usage: python read_model.py MODEL.safetensors MODEL.npz
"""

import sys

import numpy as np
from safetensors.numpy import load_file

tensors = load_file(sys.argv[1])
assert all(value.dtype == np.float32 for value in tensors.values())
np.savez_compressed(sys.argv[2], **tensors)
print(len(tensors), "tensors")
