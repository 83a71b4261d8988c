"""limit.py: how much faster could the small networks of several folds be side by side, if only their arithmetic took time?

Prints, for a training step of each network on flow (forward, backward, Adam), the shares of the processor time of its
convolutions and matrix products and of Adam, and the ratio that would be left if everything else cost nothing: folds side by
side have as many operations as one after the other.
"""

import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
CLASSES, WARM, STEPS = 3, 4, 12
ARITHMETIC = ("convolution_overrideable", "mkldnn_convolution", "convolution_backward", "thnn_conv2d", "_slow_conv2d", "addmm", "aten::mm")


def hidden(before, after):
    return nn.Sequential(nn.Linear(before, after), nn.ReLU())


class StstNet(nn.Module):
    shape = (3, 28, 28)

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(3, 16, 3, padding=2), nn.ReLU(), nn.BatchNorm2d(16), nn.MaxPool2d(3, 3, 1), nn.Dropout(0.5),
            nn.AvgPool2d(2, 2), nn.Flatten(), nn.Linear(400, CLASSES),
        )

    def forward(self, x):
        return self.layers(x)


class OffApexNet(nn.Module):
    shape = (2, 28, 28)

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(2, 12, 5, padding=2, groups=2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(12, 32, 5, padding=2, groups=2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
            hidden(1568, 1024), nn.Dropout(0.5), hidden(1024, 1024), nn.Dropout(0.5), nn.Linear(1024, CLASSES),
        )

    def forward(self, x):
        return self.layers(x)


class Inception(nn.Module):
    def __init__(self, before, width):
        super().__init__()
        self.point, self.three_in, self.five_in, self.pool = (nn.Conv2d(before, width, 1) for _ in range(4))
        self.three, self.five = nn.Conv2d(width, width, 3, padding=1), nn.Conv2d(width, width, 5, padding=2)

    def forward(self, x):
        maps = (
            F.relu(self.point(x)),
            F.relu(self.three(F.relu(self.three_in(x)))),
            F.relu(self.five(F.relu(self.five_in(x)))),
            F.relu(self.pool(F.max_pool2d(x, 3, 1, 1))),
        )
        return F.max_pool2d(torch.cat(maps, 1), 2)


class DualInception(nn.Module):
    shape = (2, 28, 28)

    def __init__(self):
        super().__init__()
        self.streams = nn.ModuleList(nn.Sequential(Inception(1, 6), Inception(24, 16), nn.Flatten()) for _ in range(2))
        self.last = nn.Sequential(hidden(6272, 1024), nn.Linear(1024, CLASSES))

    def forward(self, x):
        return self.last(torch.cat([stream(x[:, i : i + 1]) for i, stream in enumerate(self.streams)], 1))


class Dssn(nn.Module):
    shape = (6, 67, 67)

    def __init__(self):
        super().__init__()
        self.streams = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(3, 96, 11, 4), nn.ReLU(), nn.MaxPool2d(3, 2), nn.LocalResponseNorm(5),
                nn.Conv2d(96, 256, 5, padding=2, groups=2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.LocalResponseNorm(5),
                nn.ZeroPad2d(1), nn.Flatten(),
            )
            for _ in range(2)
        )
        self.last = nn.Sequential(nn.Dropout(0.5), nn.LazyLinear(CLASSES))

    def forward(self, x):
        return self.last(self.streams[0](x[:, :3]) * self.streams[1](x[:, 3:]))


def steps(model, batch, layout, count):
    """Takes count steps and returns their processor time in seconds."""
    adam = torch.optim.Adam(model.parameters(), lr=1e-4)
    images = torch.rand(batch, *model.shape).contiguous(memory_format=layout)
    labels = torch.arange(batch) % CLASSES
    start = time.process_time()
    for _ in range(count):
        adam.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        adam.step()
    return time.process_time() - start


def measured(network, batch, layout):
    torch.manual_seed(1)
    model = network()
    model(torch.rand(2, *model.shape))
    model = model.to(memory_format=layout)
    steps(model, batch, layout, WARM)
    seconds = steps(model, batch, layout, STEPS) / STEPS
    with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profile:
        steps(model, batch, layout, STEPS)
    events = profile.key_averages()
    total = sum(event.self_cpu_time_total for event in events)
    arithmetic = sum(e.self_cpu_time_total for e in events if any(name in e.key for name in ARITHMETIC)) / total
    adam = sum(e.cpu_time_total for e in events if e.key.startswith("Optimizer.step")) / total
    return 1e3 * seconds, arithmetic, adam


if __name__ == "__main__":
    for network, batch in ((StstNet, 218), (OffApexNet, 64), (DualInception, 3), (Dssn, 60)):
        ms, arithmetic, adam = min(measured(network, batch, layout) for layout in (torch.contiguous_format, torch.channels_last))
        print(
            f"{network.__name__}  batch {batch}  {ms:.1f} ms  arithmetic {arithmetic:.2f}  Adam {adam:.2f}  at most {1 / (arithmetic + adam):.1f} times",
            flush=True,
        )
