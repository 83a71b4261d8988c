"""Writes what core's parity tests compare with. Usage: python fixtures.py FOLDER

Every reference is computed in float64; the Java side computes in the precision the product uses.
"""

import hashlib
import itertools
import math
import pathlib
import sys

import cv2
import numpy as np
import safetensors.torch
import sklearn.metrics
import torch
import torchvision

import hashed

FULL = 10_000  # tensors up to this size are stored in full
DOTS = 4
ENTRIES = 64


# ---- the trunk -------------------------------------------------------------------------------


def trunk(dtype):
    """torchvision's ResNet18 without pooling and linear layer, with hashed weights."""
    network = torchvision.models.resnet18(weights=None)
    body = torch.nn.Sequential()
    for name, child in network.named_children():
        if name not in ("avgpool", "fc"):
            body.add_module(name, child)
    fill(body)
    return body.to(dtype)


def fill(network):
    with torch.no_grad():
        for name, tensor in network.state_dict().items():
            if not name.endswith("num_batches_tracked"):
                tensor.copy_(torch.from_numpy(hashed.weight(name, tuple(tensor.shape))))


def image(name, *shape, dtype):
    return torch.from_numpy(hashed.uniform(name, *shape)).to(dtype)


def summary(arrays, name, value):
    """A tensor in full where it is small, else what pins it down: see docs/parity.md."""
    flat = value.detach().double().numpy().reshape(-1)
    if flat.size <= FULL:
        arrays["full " + name] = flat.astype(np.float32)
        return
    arrays["norm " + name] = np.array([np.linalg.norm(flat), np.abs(flat).max()])
    arrays["dots " + name] = np.array(
        [flat @ hashed.uniform(f"dot {k} {name}", flat.size) for k in range(DOTS)]
    )
    at = hashed.positions("entry " + name, ENTRIES, flat.size)
    arrays["entries " + name] = flat[at].astype(np.float32)


def evaluation(dtype):
    arrays = {}
    network = trunk(dtype).eval()
    for shape in [(2, 3, 64, 64), (1, 3, 57, 41), (3, 3, 33, 32)]:
        name = "x".join(map(str, shape))
        with torch.no_grad():
            arrays["full " + name] = network(image("image " + name, *shape, dtype=dtype)).numpy()
    return arrays


def training_loss(network, step, dtype):
    x = image(f"training image {step}", 4, 3, 64, 64, dtype=dtype).requires_grad_()
    y = network(x)
    target = image(f"training target {step}", *y.shape, dtype=dtype)
    return x, y, ((y - target) ** 2).mean()


def training(dtype):
    arrays = {}
    network = trunk(dtype).train()
    x, y, loss = training_loss(network, 0, dtype)
    loss.backward()
    arrays["full map"] = y.detach().numpy().reshape(-1)
    arrays["full loss"] = np.array([loss.item()])
    summary(arrays, "input", x.grad)
    for name, parameter in network.named_parameters():
        summary(arrays, name, parameter.grad)
    return arrays


def statistics(dtype):
    """Running statistics after three passes in training mode, the weights held still."""
    network = trunk(dtype).train()
    with torch.no_grad():
        for step in range(3):
            training_loss(network, step, dtype)
    return {
        "full " + name: value.numpy().astype(np.float32)
        for name, value in network.state_dict().items()
        if "running" in name
    }


def torchvision_file(folder):
    """The header of the file that safetensors makes of the hashed ResNet18, and its SHA-256.

    The numbers that follow the header in the file are hashed, so the Java side can draw them.
    """
    network = torchvision.models.resnet18(weights=None)
    fill(network)
    data = safetensors.torch.save(network.state_dict())
    length = 8 + int.from_bytes(data[:8], "little")
    digest = hashlib.sha256(data).hexdigest().encode("ascii")
    (folder / "torchvision-resnet18.header").write_bytes(data[:length])
    (folder / "torchvision-resnet18.sha256").write_bytes(digest)


# ---- the heads, and Adam to the last weight ----------------------------------------------------


class Head(torch.nn.Module):
    """Three 3x3 convolutions with normalisation and ReLU, the mean, one linear layer."""

    def __init__(self, inputs, channels, outputs):
        super().__init__()
        for i in range(3):
            before = inputs if i == 0 else channels
            self.add_module(f"conv{i}", torch.nn.Conv2d(before, channels, 3, 1, 1, bias=False))
            self.add_module(f"bn{i}", torch.nn.BatchNorm2d(channels))
        self.linear = torch.nn.Linear(channels, outputs)

    def forward(self, x):
        for i in range(3):
            x = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(x)).relu()
        return self.linear(x.mean(dim=(2, 3)))


def adam_head(decay, dtype):
    arrays = {}
    head = Head(5, 4, 3)
    fill(head)
    head = head.to(dtype).train()
    adam = torch.optim.Adam(head.parameters(), lr=1e-2, weight_decay=decay)
    losses = []
    for step in range(3):
        adam.zero_grad()
        y = head(image(f"head map {step}", 6, 5, 4, 4, dtype=dtype))
        loss = ((y - image(f"head target {step}", 6, 3, dtype=dtype)) ** 2).mean()
        loss.backward()
        adam.step()
        losses.append(loss.item())
    arrays["full losses"] = np.array(losses)
    for name, value in head.state_dict().items():
        if not name.endswith("num_batches_tracked"):
            arrays["full " + name] = value.numpy()
    return arrays


# ---- Eq. 1 to 8, as the paper prints them -------------------------------------------------------


def softmax_cross_entropy(scores, labels):
    """Eq. 1 and Eq. 3: - sum_l 1[y = l] log p_l, the mean over the rows."""
    total = 0
    for row, label in zip(scores, labels):
        e = [torch.exp(value) for value in row]
        for l in range(len(e)):
            if l == label:
                total = total - torch.log(e[l] / sum(e))
    return total / len(labels)


def domain(micro, macro):
    """Eq. 2 and Eq. 4: - d log D - (1 - d) log(1 - D), d = 1 for macro, the mean over all."""
    total = 0
    for d, scores in ((0, micro), (1, macro)):
        for score in scores:
            probability = 1 / (1 + torch.exp(-score))
            total = total - d * torch.log(probability) - (1 - d) * torch.log(1 - probability)
    return total / (len(micro) + len(macro))


def sim(a, b):
    return (a * b).sum() / (torch.sqrt((a * a).sum()) * torch.sqrt((b * b).sum()))


def contrastive(z_i, y_i, z_a, y_a, tau, mean):
    """Eq. 5 to 7 by their indices; u runs over the anchor itself too."""
    total, pairs = 0, 0
    for j in range(len(y_i)):
        d_j = sum(torch.exp(sim(z_i[j], z) / tau) for z in z_i)
        d_j = d_j + sum(torch.exp(sim(z_i[j], z) / tau) for z in z_a)
        l_j = 0
        for k in range(len(y_i)):
            if k != j and y_i[k] == y_i[j]:
                l_j = l_j + torch.log(torch.exp(sim(z_i[j], z_i[k]) / tau) / d_j)
                pairs += 1
        for k in range(len(y_a)):
            if y_a[k] == y_i[j]:
                l_j = l_j + torch.log(torch.exp(sim(z_i[j], z_a[k]) / tau) / d_j)
                pairs += 1
        total = total - l_j
    return total / max(pairs, 1) if mean else total


def golden():
    z_i = torch.tensor([[1, 0], [0, 1], [0.6, 0.8]], dtype=torch.float64)
    z_a = torch.tensor([[0.8, 0.6], [0, 1], [1, 0]], dtype=torch.float64)
    values = [contrastive(z_i, [0, 1, 1], z_a, [0, 1, 1], tau, False).item() for tau in (0.5, 0.07)]
    assert np.allclose(values, [13.561983, 35.888215], atol=1e-6), values
    return values


def losses():
    def leaf(name, *shape, scale=2.0):
        return torch.from_numpy(scale * hashed.uniform(name, *shape)).requires_grad_()

    inputs = {
        "class scores": leaf("class scores", 5, 3),
        "spatial micro": leaf("spatial micro", 5),
        "spatial macro": leaf("spatial macro", 6),
        "interval scores": leaf("interval scores", 9, 3),
        "temporal micro": leaf("temporal micro", 15),
        "temporal macro": leaf("temporal macro", 18),
        "z micro": leaf("z micro", 5, 7),
        "z macro": leaf("z macro", 6, 7),
    }
    y_i, y_a, intervals = [0, 2, 1, 2, 2], [2, -1, 0, 0, -1, 1], [0, 1, 2, 0, 1, 2, 2, 0, 1]
    con = ["z micro", "z macro"]
    terms = {
        "eq1": (softmax_cross_entropy(inputs["class scores"], y_i), ["class scores"]),
        "eq2": (
            domain(inputs["spatial micro"], inputs["spatial macro"]),
            ["spatial micro", "spatial macro"],
        ),
        "eq3": (
            softmax_cross_entropy(inputs["interval scores"], intervals),
            ["interval scores"],
        ),
        "eq4": (
            domain(inputs["temporal micro"], inputs["temporal macro"]),
            ["temporal micro", "temporal macro"],
        ),
    }
    for tau, mean in itertools.product((0.5, 0.07), (False, True)):
        value = contrastive(inputs["z micro"], y_i, inputs["z macro"], y_a, tau, mean)
        terms[f"eq5-7 {tau} {'mean' if mean else 'paper'}"] = (value, con)
    terms["eq8"] = (
        terms["eq1"][0]
        + 0.1 * terms["eq2"][0]
        + 0.2 * terms["eq3"][0]
        + 0.2 * terms["eq4"][0]
        + 0.1 * terms["eq5-7 0.5 paper"][0],
        list(inputs),
    )
    arrays = {name: value.detach().numpy() for name, value in inputs.items()}
    arrays["micro labels"] = np.array(y_i)
    arrays["macro labels"] = np.array(y_a)
    arrays["intervals"] = np.array(intervals)
    arrays["golden"] = np.array(golden())
    for term, (value, names) in terms.items():
        arrays[term] = np.array([value.item()])
        gradients = torch.autograd.grad(value, [inputs[n] for n in names], retain_graph=True)
        for name, gradient in zip(names, gradients):
            arrays[f"{term} by {name}"] = gradient.numpy()
    return arrays


# ---- flow, strain, scores -----------------------------------------------------------------------


def texture(height, width, warp):
    """A smooth pattern; warp gives the point of the pattern that a pixel shows."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    x, y = warp(x, y)
    value = np.zeros_like(x)
    for k in range(6):
        a, b, phase = hashed.uniform(f"texture {k}", 3)
        value += np.sin(0.45 * a * x + 0.45 * b * y + math.pi * phase)
    return np.clip(np.rint(127.5 + 30 * value), 0, 255).astype(np.uint8)


def flow():
    warps = {
        "shift 2 -1": lambda x, y: (x - 2, y + 1),
        "shift 0.5 1.5": lambda x, y: (x - 0.5, y - 1.5),
        "zoom": lambda x, y: (40 + (x - 40) / 1.03, 32 + (y - 32) / 1.03),
    }
    # Intel's IPP, which is in Python's OpenCV and not in Java's, rounds otherwise, and TV-L1 makes
    # much of it: up to .13 of the largest flow at single pixels of the first pair.
    cv2.ipp.setUseIPP(False)
    arrays = {}
    for name, warp in warps.items():
        before = texture(64, 80, lambda x, y: (x, y))
        after = texture(64, 80, warp)
        both = cv2.optflow.createOptFlow_DualTVL1().calc(before, after, None)
        u, v = both[..., 0], both[..., 1]
        u_y, u_x = np.gradient(u.astype(np.float64))
        v_y, v_x = np.gradient(v.astype(np.float64))
        shear = (u_y + v_x) / 2
        arrays[name + " before"] = before.astype(np.int32)
        arrays[name + " after"] = after.astype(np.int32)
        arrays[name + " u"] = u
        arrays[name + " v"] = v
        arrays[name + " strain"] = np.sqrt(u_x**2 + v_y**2 + 2 * shear**2)
        print(name, "median flow", np.median(u), np.median(v))
    return arrays


def scores():
    arrays = {}
    for case, (classes, clips, skill) in enumerate(
        [(3, 442, 0.5), (5, 246, 0.3), (3, 30, 0.0), (7, 60, 0.2), (4, 12, 0.9), (3, 20, 0.6)]
    ):
        u = hashed.uniform(f"scores {case}", 3, clips) / 2 + 0.5
        truth = np.minimum((u[0] ** 2 * classes).astype(np.int64), classes - 1)
        predicted = np.where(u[1] < skill, truth, (u[2] * classes).astype(np.int64))
        if case == 5:  # a class that never occurs and is called all the same
            truth[truth == 1] = 0
        occurring = sorted(set(truth.tolist()))
        options = {"labels": occurring, "average": "macro", "zero_division": 0}
        arrays[f"{case} truth"] = truth
        arrays[f"{case} predicted"] = predicted
        arrays[f"{case} scores"] = np.array(
            [
                classes,
                sklearn.metrics.f1_score(truth, predicted, **options),
                sklearn.metrics.recall_score(truth, predicted, **options),
                sklearn.metrics.accuracy_score(truth, predicted),
            ]
        )
    return arrays


def worst(single, double):
    """How far torch's own float32 is from its float64, as a measure of what can be asked."""
    return max(
        np.abs(single[k].astype(np.float64) - double[k]).max() / max(np.abs(double[k]).max(), 1e-30)
        for k in double
    )


def main(folder):
    folder = pathlib.Path(folder)
    torch.set_num_threads(2)
    for name, make in {
        "resnet18-evaluation": evaluation,
        "resnet18-training": training,
        "resnet18-statistics": statistics,
        "head-adam": lambda dtype: adam_head(0.0, dtype),
        "head-adam-decay": lambda dtype: adam_head(1e-2, dtype),
    }.items():
        arrays = make(torch.float64)
        print(name, "torch float32 against float64: %.2g" % worst(make(torch.float32), arrays))
        arrays = {k: v.astype(np.float32) if "full" in k else v for k, v in arrays.items()}
        np.savez_compressed(folder / (name + ".npz"), **arrays)
    torchvision_file(folder)
    np.savez_compressed(folder / "losses.npz", **losses())
    np.savez_compressed(folder / "flow.npz", **flow())
    np.savez_compressed(folder / "scores.npz", **scores())
    for module in (torch, torchvision, np, cv2, sklearn, safetensors):
        print(module.__name__, module.__version__)


if __name__ == "__main__":
    main(sys.argv[1])
