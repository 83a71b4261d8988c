"""train.py WIDTH SIDE FRAMES BATCH STEPS THREADS LAYOUT: steps of forward, backward and Adam; LAYOUT: eager or channels-last."""

import sys

import torch
from laps import Laps
from torch import nn
from two_stream import TwoStream

width, side, frames, batch, steps, threads = map(int, sys.argv[1:7])
channels_last = sys.argv[7] == "channels-last"
torch.set_num_threads(threads)
torch.manual_seed(1)
model = TwoStream(width, 3).train()
if channels_last:
    model = model.to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
clips = torch.rand(batch, frames, 3, side, side)
labels = torch.arange(batch) % 3

laps = Laps()
for _ in range(steps):
    order = torch.randperm(batch)
    x = clips[order]
    apex = x[:, frames // 2]
    if channels_last:
        apex = apex.contiguous(memory_format=torch.channels_last)
        x = x.flatten(0, 1).contiguous(memory_format=torch.channels_last).unflatten(0, (batch, frames))
    optimizer.zero_grad()
    loss = criterion(model(apex, x), labels[order])
    loss.backward()
    optimizer.step()
    loss.item()
    laps.lap()
