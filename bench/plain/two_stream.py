"""The two-stream network in plain PyTorch: ResNet18 on the apex frame and on all frames, fused, a linear classifier."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, before, out, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(before, out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or before != out:
            self.downsample = nn.Sequential(nn.Conv2d(before, out, 1, stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        x = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + shortcut)


def resnet18(width):
    layers = [nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)]
    before = width
    for layer in range(4):
        out = width << layer
        layers += [Block(before, out, 1 if layer == 0 else 2), Block(out, out, 1)]
        before = out
    return nn.Sequential(*layers)


class TwoStream(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        self.spatial = resnet18(width)
        self.temporal = resnet18(width)
        self.classifier = nn.Linear(16 * width, classes)

    def forward(self, apex, frames):
        n, t = frames.shape[:2]
        a = self.spatial(apex).mean((2, 3))
        v = self.temporal(frames.flatten(0, 1)).unflatten(0, (n, t)).mean(1).mean((2, 3))
        return self.classifier(torch.cat([a, v], 1))
