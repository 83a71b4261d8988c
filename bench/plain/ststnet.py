"""ststnet.py EPOCHS THREADS LAYOUT: epochs of one fold's STSTNet, three streams, Adam; clips as many and large as the flow benchmark's."""

import sys

import torch
from laps import Laps
from torch import nn

epochs, threads = map(int, sys.argv[1:3])
channels_last = sys.argv[3] == "channels-last"
torch.set_num_threads(threads)
torch.manual_seed(1)
CLIPS, BATCH = 435, 256


class StstNet(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.streams = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(3, out, 3, padding=2), nn.ReLU(), nn.BatchNorm2d(out), nn.MaxPool2d(3, 3, 1), nn.Dropout(0.5)
            )
            for out in (3, 5, 8)
        )
        self.pool = nn.AvgPool2d(2, 2)
        self.fc = nn.Linear(16 * 5 * 5, classes)

    def forward(self, x):
        return self.fc(self.pool(torch.cat([stream(x) for stream in self.streams], 1)).flatten(1))


model = StstNet(3).train()
images = 255 * torch.rand(CLIPS, 3, 28, 28)
if channels_last:
    model = model.to(memory_format=torch.channels_last)
    images = images.contiguous(memory_format=torch.channels_last)
labels = torch.arange(CLIPS) % 3
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images, labels), batch_size=BATCH)
optimizer = torch.optim.Adam(model.parameters(), lr=5e-5)
criterion = nn.CrossEntropyLoss()

laps = Laps()
for _ in range(epochs):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        loss.item()
    laps.lap()
