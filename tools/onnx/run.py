"""Runs an exported model on prepared clips: python run.py MODEL.onnx CLIPS.npz"""

import json
import sys

import numpy
import onnxruntime

model, clips = sys.argv[1:]
labels = json.load(open(model + ".json"))["labels"]
arrays = dict(numpy.load(clips))
expected = arrays.pop("probabilities", None)
found = onnxruntime.InferenceSession(model).run(["probabilities"], arrays)[0]
for row in found:
    print(labels[row.argmax()], *(f"{label}={p:.6f}" for label, p in zip(labels, row)))
if expected is not None:
    print("greatest difference from macro2micro:", abs(found - expected).max())
