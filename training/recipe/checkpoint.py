"""Checkpoints: weights with the sizes and labels that they were trained with, and what a run needs to go on."""
import dataclasses
import os

import torch

from . import tasks, weights
from .labels import TAGGERS
from .model import Model, Size


def write(path, model, **more):
    torch.save({"model": model.state_dict(), "size": dataclasses.asdict(model.size), "labels": TAGGERS, **more}, path + ".part")
    os.replace(path + ".part", path)


def read(path, device="cpu"):
    """The model of a checkpoint with today's outputs."""
    saved = torch.load(path, map_location=device, weights_only=False)
    model = Model(tasks.groups(), Size(**saved["size"]))
    model.load_state_dict(saved["model"])
    return model


def restore(model, path):
    """The weights of a checkpoint into a model of the same sizes."""
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=False)["model"])


def extend(model, path):
    """Weights of an older checkpoint, or of a released model (a folder), for a model that may have more outputs, labels and input bits: labels are matched by
    name, and what the checkpoint lacks stays as it was initialised; new input bits start at 0."""
    saved = weights.checkpoint(path) if os.path.isdir(path) else torch.load(path, map_location="cpu", weights_only=False)
    old, own = saved["model"], model.state_dict()
    for name, value in own.items():
        head = name.split(".")[1] if name.startswith("outputs.") else None
        if name not in old:
            if name == "encoder.lexicon.weight":
                value.zero_()
        elif old[name].shape == value.shape and saved["labels"].get(head) == TAGGERS.get(head):
            value.copy_(old[name])
        elif head in TAGGERS:
            known = saved["labels"][head]
            for row, label in enumerate(TAGGERS[head]):
                if label in known:
                    value[row] = old[name][known.index(label)]
        elif old[name].ndim == 2 and old[name].shape[0] == value.shape[0]:  # a table of input bits has grown
            value.zero_()
            value[:, :old[name].shape[1]] = old[name]
        else:
            raise ValueError(f"{path}: {name} has another shape, {tuple(old[name].shape)}")
    model.load_state_dict(own)
