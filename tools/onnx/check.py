"""Holds exported models to what macro2micro itself says: python check.py MODEL.onnx..., each with its npz and JSON.

Checks the file by ONNX's own checker if it is installed, runs run.py on the sample and on the sample three times over, and
compares labels and scores. Ends with an error at the first thing that is wrong.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
import onnxruntime

TOLERANCE = 1e-4

for model in sys.argv[1:]:
    try:
        import onnx

        onnx.checker.check_model(onnx.load(model), full_check=True)
    except ImportError:
        print("without onnx, whose checker is not asked")
    said = json.loads(Path(model + ".json").read_text())
    arrays = dict(numpy.load(model + ".npz"))
    session = onnxruntime.InferenceSession(model)
    assert [i.name for i in session.get_inputs()] == [i["name"] for i in said["inputs"]]
    for given, words in zip(session.get_inputs(), said["inputs"]):
        assert [str(side) for side in given.shape] == words["sides"], (given.shape, words["sides"])
        values = arrays[given.name]
        assert words["least"] - 1e-6 <= values.min() and values.max() <= words["greatest"] + 1e-6, given.name
    for times in (1, 3):
        several = {name: numpy.concatenate([values] * times) for name, values in arrays.items()}
        expected = several["probabilities"]
        with tempfile.TemporaryDirectory() as folder:
            clips = Path(folder) / "clips.npz"
            numpy.savez(clips, **several)
            script = Path(__file__).with_name("run.py")
            ran = subprocess.run(
                [sys.executable, script, model, clips], check=True, capture_output=True, text=True
            )
        *lines, last = ran.stdout.splitlines()
        assert [line.split()[0] for line in lines] == [said["labels"][i] for i in expected.argmax(1)]
        assert float(last.split()[-1]) <= TOLERANCE, last
    print(f"{model}: {said['method']['name']}, {len(arrays['probabilities'])} clips, {last}")
