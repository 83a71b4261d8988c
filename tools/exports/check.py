"""Opens exports of every format with the readers that other tools use, and prints what these see.

python check.py FOLDER, the folder that holds the files of an export; by default the files that the tests compare with.
"""

import json
import math
import os
import sys
import types
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "core/src/test/resources/org/macro2micro/exchange"


def elan(file):
    import pympi

    document = pympi.Elan.Eaf(str(file))
    movements = document.get_annotation_data_for_tier("movement")
    classes = document.get_ref_annotation_data_for_tier("class")
    for name in ("movement", "class", "score", "apex"):
        assert name in document.get_tier_names(), name
    for from_ms, to_ms, kind, *_ in document.get_annotation_data_for_tier("apex"):
        assert any(start <= from_ms and to_ms <= end for start, end, *_ in movements)
    return [(start, end, kind) for start, end, kind, *_ in movements], [entry[2] for entry in classes]


def praat(file):
    import textgrid
    from praatio import textgrid as praatio

    grid = textgrid.TextGrid.fromFile(str(file))
    for tier in grid.tiers[:3]:
        assert tier[0].minTime == 0 and tier[-1].maxTime == grid.maxTime
        assert all(a.maxTime == b.minTime for a, b in zip(tier, tier[1:])), "intervals must tile"
    other = praatio.openTextgrid(str(file), includeEmptyIntervals=False)
    assert list(other.tierNames) == ["movement", "class", "score", "apex"]
    seen = [(entry.start, entry.end, entry.label) for entry in other.getTier("movement").entries]
    assert seen == [(i.minTime, i.maxTime, i.mark) for i in grid.tiers[0] if i.mark]
    return seen, [(point.time, point.mark) for point in grid.tiers[3]]


def subtitles(file):
    import webvtt

    return [(cue.start, cue.end, cue.text) for cue in webvtt.read(str(file))]


def table(file):
    import pandas

    separator = "\t" if file.suffix == ".tsv" else ","
    frame = pandas.read_csv(file, sep=separator, na_values=["n/a"])
    if file.suffix == ".tsv":
        description = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert list(frame.columns[:2]) == ["onset", "duration"]
        assert set(frame.columns) == set(description)
        assert (frame["duration"] >= 0).all()
    return frame.to_dict("records")


def boris(file):
    try:
        functions = boris_functions()
    except ImportError as e:
        return f"BORIS can't be imported here ({e}): not checked"
    _, changed, project, message = functions.open_project_json(str(file))
    assert "error" not in project, project
    assert not changed and not message, message
    wrong = functions.check_project_integrity(project, "hh:mm:ss", str(file), media_file_available=False)
    assert not wrong.replace("<br>", ""), wrong
    return {
        name: [(str(event[0]), event[2], event[3]) for event in observation["events"]]
        for name, observation in project["observations"].items()
    }


def boris_functions():
    """BORIS's own loader. It is part of a program with windows and sounds, which are not needed here."""
    import importlib.util

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    package = types.ModuleType("boris")
    package.__path__ = [str(Path(importlib.util.find_spec("boris").origin).parent)]
    sys.modules["boris"] = package  # Without its start, which opens the program.
    for name in ("dialog", "mpv2", "observation_operations"):
        sys.modules["boris." + name] = types.ModuleType(name)
        sys.modules["boris." + name].dll = ""
        setattr(package, name, sys.modules["boris." + name])
    from boris import project_functions

    return project_functions


def label_studio(file):
    from label_studio_sdk.label_interface import LabelInterface

    config = file.with_suffix(".xml").read_text(encoding="utf-8")
    interface = LabelInterface(config)
    interface.validate()
    seen = []
    for task in json.loads(file.read_text(encoding="utf-8")):
        assert math.isfinite(task["data"]["fps"])
        for prediction in task["predictions"]:
            wrong = interface.validate_prediction(prediction, return_errors=True)
            assert not wrong, wrong
            seen += [(part["type"], part["value"]) for part in prediction["result"]]
    return seen


READERS = {
    "*.eaf": elan,
    "*.TextGrid": praat,
    "*.vtt": subtitles,
    "*_events.tsv": table,
    "films.csv": table,
    "films.boris": boris,
    "films.label-studio.json": label_studio,
}

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDEN
    for pattern, reader in READERS.items():
        for file in sorted(folder.glob(pattern)):
            print(f"{file.name}: {reader(file)}")
