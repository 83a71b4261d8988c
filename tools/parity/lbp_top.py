"""Writes lbp-top.npz. Usage: python lbp_top.py FOLDER

Local binary patterns of a volume of random grey levels, plane by plane: with one radius by scikit-image, with a radius
for each axis by bilinear sampling in scipy. Only voxels are kept that are at least the radius of each axis from both
ends of that axis, so that no border rule plays a part.
"""

import math
import pathlib
import sys

import numpy as np
import scipy
import skimage
from scipy.ndimage import map_coordinates
from skimage.feature import local_binary_pattern

import hashed

FRAMES, HEIGHT, WIDTH = 12, 14, 16
BLOCKS = 2, 2, 2
CIRCLES = (4, 1), (8, 1), (8, 2), (16, 3)
ELLIPSE = 8, (4, 2, 1)  # P; radii along t, y, x

# Each plane as images: the axis over which they are stacked, then rows and columns.
PLANES = {"XY": (0, 1, 2), "XT": (1, 0, 2), "YT": (2, 0, 1)}


def interior(array, radii):
    return array[tuple(slice(r, n - r) for r, n in zip(radii, array.shape))]


def planewise(volume, axes, function):
    """The function of each image of a plane, put back to t, y, x."""
    images = np.stack([function(image) for image in volume.transpose(axes)])
    return images.transpose(np.argsort(axes))


def uniform_order(points):
    """scikit-image's labels of uniform patterns by rising code, and last the label of the others.

    Its label is 0 for no ones, the last but one for P ones, else 1 + (ones - 1) P + rotation; here all pairs of code
    and label are seen in a large image instead of being told again.
    """
    image = (255 * (hashed.uniform(f"all patterns {points}", 400, 400) + 1) / 2).astype(np.uint8)
    image[:200] //= 8  # Coarse levels and smooth ramps also show what is rare in noise.
    image[200:300] = np.add.outer(np.arange(100), np.arange(400)) // 3 % 256
    step = np.minimum.outer(np.arange(100), np.arange(400)) % 7
    image[300:] = 30 * step
    codes = local_binary_pattern(image, points, 1, "default")[1:-1, 1:-1].astype(int)
    labels = local_binary_pattern(image, points, 1, "nri_uniform")[1:-1, 1:-1].astype(int)
    others = points * (points - 1) + 2
    pairs = {code: label for code, label in zip(codes.ravel(), labels.ravel()) if label != others}
    order = [pairs[code] for code in sorted(pairs)] + [others]
    assert sorted(order) == list(range(others + 1)), (points, len(order))
    return order


def histograms(labels, radii, bins):
    """One of sum 1 for each block, blocks along t, then y, then x."""
    result = []
    cuts = [[b * n // k for b in range(k + 1)] for n, k in zip(labels.shape, BLOCKS)]
    for t in range(BLOCKS[0]):
        for y in range(BLOCKS[1]):
            for x in range(BLOCKS[2]):
                own = tuple(
                    slice(max(cut[b], r), min(cut[b + 1], n - r))
                    for cut, b, r, n in zip(cuts, (t, y, x), radii, labels.shape)
                )
                counts = np.bincount(labels[own].ravel(), minlength=bins)
                result.append(counts / counts.sum())
    return np.array(result)


def circles(volume, points, radius, arrays):
    radii = (radius,) * 3
    for plane, axes in PLANES.items():
        name = f"P{points} R{radius} {plane}"
        codes = planewise(volume, axes, lambda i: local_binary_pattern(i, points, radius, "default"))
        arrays["codes " + name] = interior(codes, radii).astype(np.int32)
        if points <= 8:
            labels = planewise(
                volume, axes, lambda i: local_binary_pattern(i, points, radius, "nri_uniform")
            ).astype(int)
            order = uniform_order(points)
            arrays["histograms " + name] = histograms(labels, radii, len(order))[:, order]


def ellipse(volume, arrays):
    points, radii = ELLIPSE
    grid = np.indices(volume.shape).astype(float)
    for plane, (_, rows, columns) in PLANES.items():
        codes = np.zeros(volume.shape, np.int32)
        for p in range(points):
            angle = 2 * math.pi * p / points
            at = grid.copy()
            at[rows] -= np.round(radii[rows] * math.sin(angle), 12)
            at[columns] += np.round(radii[columns] * math.cos(angle), 12)
            value = map_coordinates(volume.astype(float), at, order=1, mode="nearest")
            # Equal levels must be found equal whatever rounding does; levels are whole numbers.
            codes |= (value - volume > -1e-9).astype(np.int32) << p
        arrays["codes ellipse " + plane] = interior(codes, radii)


def main(folder):
    volume = np.floor(128 * (hashed.uniform("lbp-top", FRAMES, HEIGHT, WIDTH) + 1)).astype(np.uint8)
    arrays = {"volume": volume}
    for points, radius in CIRCLES:
        circles(volume, points, radius, arrays)
    ellipse(volume, arrays)
    rowwise = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    np.savez_compressed(pathlib.Path(folder) / "lbp-top.npz", **rowwise)
    for module in (skimage, scipy, np):
        print(module.__name__, module.__version__)


if __name__ == "__main__":
    main(sys.argv[1])
