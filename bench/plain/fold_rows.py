"""fold_rows.py FOLDS THREADS LAYOUT: six rows of a fold, each trained from the start: MaNet, MiNet from its trunks, the transfer.

Width 16, 40 px, T=8, 48 macro and 48 micro clips, 4, 4 and 2 epochs of batches of 16.
"""

import sys

import torch
from laps import Laps
from torch import nn
from torch.nn import functional as F
from two_stream import TwoStream

folds, threads = map(int, sys.argv[1:3])
channels_last = sys.argv[3] == "channels-last"
torch.set_num_threads(threads)
torch.manual_seed(1)
WIDTH, SIDE, FRAMES, CLIPS, BATCH, CLASSES, RATES, TAU = 16, 40, 8, 48, 16, 3, 3, 0.5
WEIGHTS = {"c": 1.0, "s": 0.1, "sam": 0.2, "t": 0.2, "con": 0.1}
ROWS = ("c", "c s", "c sam", "c s sam", "c s sam t", "c s sam t con")


class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.view_as(x)

    @staticmethod
    def backward(ctx, gradient):
        return -gradient


def head(outputs):
    layers, before = [], 8 * WIDTH
    for _ in range(3):
        layers += [nn.Conv2d(before, 64, 3, padding=1, bias=False), nn.BatchNorm2d(64), nn.ReLU()]
        before = 64
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, outputs))


def layout(model):
    return model.to(memory_format=torch.channels_last) if channels_last else model


def inputs(clips):
    apex, frames = clips[:, FRAMES // 2], clips
    if channels_last:
        apex = apex.contiguous(memory_format=torch.channels_last)
        frames = frames.flatten(0, 1).contiguous(memory_format=torch.channels_last).unflatten(0, clips.shape[:2])
    return apex, frames


def maps(model, clips):
    apex, frames = inputs(clips)
    return model.spatial(apex), model.temporal(frames.flatten(0, 1)).unflatten(0, frames.shape[:2])


def rates(frame_maps):
    return [frame_maps[:, torch.randint(min(1 << k, FRAMES), ()).item() :: 1 << k].mean(1) for k in range(RATES)]


def features(apex_map, rate_maps):
    return torch.cat([apex_map.mean((2, 3)), torch.stack(rate_maps).mean(0).mean((2, 3))], 1)


def contrastive(zi, yi, za, ya):
    z = F.normalize(torch.cat([zi, za]))
    shares = (z[: len(zi)] @ z.T / TAU).log_softmax(1)
    positive = (yi[:, None] == torch.cat([yi, ya])[None]).float()
    positive[:, : len(zi)].fill_diagonal_(0)
    return -(shares * positive).sum()


def domains(scores):
    n = len(scores) // 2
    return F.binary_cross_entropy_with_logits(scores.flatten(), torch.cat([torch.zeros(n), torch.ones(n)]))


def optimizer(models, epochs):
    parameters = [p for model in models for p in model.parameters()]
    adam = torch.optim.Adam(parameters, lr=1e-3, weight_decay=1e-4)
    return adam, torch.optim.lr_scheduler.CosineAnnealingLR(adam, epochs * CLIPS // BATCH)


def train(model, clips, labels, epochs):
    model.train()
    adam, schedule = optimizer([model], epochs)
    for _ in range(epochs):
        for chosen in torch.randperm(CLIPS).split(BATCH):
            adam.zero_grad()
            loss = F.cross_entropy(model(*inputs(clips[chosen])), labels[chosen])
            loss.backward()
            adam.step()
            schedule.step()
            loss.item()


def transfer(terms, minet, manet, micro, macro, labels, epochs):
    minet.train()
    manet.eval()
    spatial, temporal, relation = layout(head(1)), layout(head(1)), layout(head(RATES))
    adam, schedule = optimizer([minet, spatial, temporal, relation], epochs)
    for _ in range(epochs):
        for chosen in torch.randperm(CLIPS).split(BATCH):
            drawn = torch.randperm(CLIPS)[:BATCH]
            apex_i, frames_i = maps(minet, micro[chosen])
            with torch.no_grad():
                apex_a, frames_a = maps(manet, macro[drawn])
            rates_i, rates_a = rates(frames_i), rates(frames_a)
            zi, za = features(apex_i, rates_i), features(apex_a, rates_a)
            both = torch.cat(rates_i + rates_a)
            losses = {"c": F.cross_entropy(minet.classifier(zi), labels[chosen])}
            if "s" in terms:
                losses["s"] = domains(spatial(Reverse.apply(torch.cat([apex_i, apex_a]))))
            if "sam" in terms:
                losses["sam"] = F.cross_entropy(relation(both), torch.arange(RATES).repeat_interleave(BATCH).repeat(2))
            if "t" in terms:
                losses["t"] = domains(temporal(Reverse.apply(both)))
            if "con" in terms:
                losses["con"] = contrastive(zi, labels[chosen], za, labels[drawn])
            loss = sum(WEIGHTS[name] * value for name, value in losses.items())
            adam.zero_grad()
            loss.backward()
            adam.step()
            schedule.step()
            loss.item()


micro, macro = torch.rand(2, CLIPS, FRAMES, 3, SIDE, SIDE)
labels = torch.arange(CLIPS) % CLASSES
laps = Laps()
for _ in range(folds):
    for row in ROWS:
        manet = layout(TwoStream(WIDTH, CLASSES))
        train(manet, macro, labels, 4)
        minet = layout(TwoStream(WIDTH, CLASSES))
        minet.spatial.load_state_dict(manet.spatial.state_dict())
        minet.temporal.load_state_dict(manet.temporal.state_dict())
        train(minet, micro, labels, 4)
        if row != "c":
            transfer(row.split(), minet, manet, micro, macro, labels, 2)
    laps.lap()
