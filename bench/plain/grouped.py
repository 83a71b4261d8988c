"""grouped.py: does it pay to train the small networks of k folds side by side as one, by grouped convolutions?

Prints the processor time of a training step for one fold, for 1, 2, 4 and 8 folds at once, in the better of both layouts.
"""

import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
SIDE, CLASSES, FOLDS, STEPS = 28, 3, (1, 2, 4, 8), 12


class Linears(nn.Module):
    """[n,k,a] -> [n,k,b], each fold by its own weights."""

    def __init__(self, folds, before, after):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(folds, before, after) / before**0.5)
        self.bias = nn.Parameter(torch.zeros(folds, 1, after))

    def forward(self, x):
        return torch.baddbmm(self.bias, x.transpose(0, 1), self.weight).transpose(0, 1)


class StstNets(nn.Module):
    planes = 3

    def __init__(self, folds):
        super().__init__()
        self.folds = folds
        self.conv = nn.Conv2d(3 * folds, 16 * folds, 3, padding=2, groups=folds)
        self.norm = nn.BatchNorm2d(16 * folds)
        self.dropout = nn.Dropout(0.5)
        self.linear = Linears(folds, 400, CLASSES)

    def forward(self, x):
        x = self.dropout(F.max_pool2d(self.norm(F.relu(self.conv(x))), 3, 3, 1))
        return self.linear(F.avg_pool2d(x, 2, 2).reshape(len(x), self.folds, -1))


class OffApexNets(nn.Module):
    planes = 2

    def __init__(self, folds):
        super().__init__()
        self.folds = folds
        self.conv1 = nn.Conv2d(2 * folds, 12 * folds, 5, padding=2, groups=2 * folds)
        self.conv2 = nn.Conv2d(12 * folds, 32 * folds, 5, padding=2, groups=2 * folds)
        self.dropout = nn.Dropout(0.5)
        self.linears = nn.ModuleList(Linears(folds, a, b) for a, b in ((1568, 1024), (1024, 1024), (1024, CLASSES)))

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv2(F.max_pool2d(F.relu(self.conv1(x)), 2))), 2)
        x = x.reshape(len(x), self.folds, -1)
        for linear in self.linears[:-1]:
            x = self.dropout(F.relu(linear(x)))
        return self.linears[-1](x)


def milliseconds(networks, folds, batch, layout):
    model = networks(folds).to(memory_format=layout)
    adam = torch.optim.Adam(model.parameters(), lr=1e-4)
    images = torch.rand(batch, networks.planes * folds, SIDE, SIDE).contiguous(memory_format=layout)
    labels = (torch.arange(batch) % CLASSES).repeat_interleave(folds)
    times = []
    for _ in range(STEPS):
        start = time.process_time()
        adam.zero_grad()
        F.cross_entropy(model(images).reshape(-1, CLASSES), labels, reduction="sum").div(batch).backward()
        adam.step()
        times.append(time.process_time() - start)
    return 1e3 * statistics.median(times[STEPS // 4 :]) / folds


if __name__ == "__main__":
    for networks, batch in ((StstNets, 218), (StstNets, 32), (OffApexNets, 64)):
        found = [
            min(milliseconds(networks, folds, batch, layout) for layout in (torch.contiguous_format, torch.channels_last))
            for folds in FOLDS
        ]
        print(networks.__name__, "batch", batch, *(f"{k}: {ms:.1f} ms" for k, ms in zip(FOLDS, found)), sep="  ", flush=True)
