"""predict.py WIDTH SIDE FRAMES CLIPS THREADS LAYOUT: predictions of clips, one after the other; LAYOUT: eager or channels-last."""

import sys

import torch
from laps import Laps
from two_stream import TwoStream

width, side, frames, count, threads = map(int, sys.argv[1:6])
channels_last = sys.argv[6] == "channels-last"
torch.set_num_threads(threads)
torch.manual_seed(1)
model = TwoStream(width, 3).eval()
if channels_last:
    model = model.to(memory_format=torch.channels_last)
clips = torch.rand(16, frames, 3, side, side)

laps = Laps()
with torch.inference_mode():
    for i in range(count):
        x = clips[i % 16].unsqueeze(0)
        apex = x[:, frames // 2]
        if channels_last:
            apex = apex.contiguous(memory_format=torch.channels_last)
            x = x.flatten(0, 1).contiguous(memory_format=torch.channels_last).unflatten(0, (1, frames))
        model(apex, x).softmax(1).tolist()
        laps.lap()
