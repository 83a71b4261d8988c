"""lbp_top.py CLIPS: LBP-TOP of clips of 10 frames of 128x128, 8x8x2 blocks, radii 2, P=8, by scikit-image's patterns and NumPy's counts."""

import sys

import numpy as np
from laps import Laps
from skimage.feature import local_binary_pattern

ROWS, COLUMNS, SLICES, RADIUS, POINTS = 8, 8, 2, 2, 8
BINS = POINTS * (POINTS - 1) + 3


def lbp_top(clip):
    frames, height, width = clip.shape
    planes = [np.empty(clip.shape, dtype=int) for _ in range(3)]
    for t in range(frames):
        planes[0][t] = local_binary_pattern(clip[t], POINTS, RADIUS, "nri_uniform")
    for y in range(height):
        planes[1][:, y] = local_binary_pattern(clip[:, y], POINTS, RADIUS, "nri_uniform")
    for x in range(width):
        planes[2][:, :, x] = local_binary_pattern(clip[:, :, x], POINTS, RADIUS, "nri_uniform")
    inner = slice(RADIUS, -RADIUS)
    codes = [plane[inner, inner, inner] for plane in planes]
    vector = []
    for part in np.array_split(np.arange(codes[0].shape[0]), SLICES):
        for rows in np.array_split(np.arange(codes[0].shape[1]), ROWS):
            for columns in np.array_split(np.arange(codes[0].shape[2]), COLUMNS):
                for code in codes:
                    block = code[part[0] : part[-1] + 1, rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
                    counts = np.bincount(block.ravel(), minlength=BINS)
                    vector.append(counts / counts.sum())
    return np.concatenate(vector)


clip = (np.random.default_rng(1).random((10, 128, 128)) * 255).astype(np.uint8)
laps = Laps()
for _ in range(int(sys.argv[1])):
    lbp_top(clip)
    laps.lap()
