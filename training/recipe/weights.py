"""The network's weights as one file, `model.safetensors`: what the service reads, and what every other export starts from.

    layer0.qkv.weight   int8    [outputs, inputs], symmetric per output, -63 to 63; .scale and .bias float32 [outputs]
    words.weight        int8    [pieces, width], symmetric per row; .scale float32 [pieces]
    positions.weight, shapes.weight, quotes.weight, membership.weight; norm.weight, norm.bias, ...   float32
    lexicon.weight, only where the lexicon's bits are an input: a row per bit, as in membership.weight   float32

A linear layer's value is scale * int8. Of its weights one bit is left free: processors without VNNI add the products of two bytes
in 16 bits, and two products of 255 * 63 still fit, so that every processor computes the same. Heads stand as `heads.GROUP.hidden` and `heads.GROUP.OUTPUT`. The attention's
1/sqrt(size of a head) is folded into the queries of `qkv`.
"""
import json
import math
import os

import numpy as np
import torch
from safetensors import numpy as safetensors, safe_open as safetensors_open

LINEAR_MOST = 63


def quantised(matrix, most=127):
    """[rows, columns] -> (int8, scale [rows]); symmetric per row."""
    scale = (np.maximum(np.abs(matrix).max(1), 1e-8) / most).astype(np.float32)
    return np.clip(np.round(matrix / scale[:, None]), -most, most).astype(np.int8), scale


def tensors(model):
    """{name: array} of a Model."""
    w = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    out = {}

    def linear(name, weight, bias):
        out[f"{name}.weight"], out[f"{name}.scale"] = quantised(weight, LINEAR_MOST)
        out[f"{name}.bias"] = bias

    out["words.weight"], out["words.scale"] = quantised(w["encoder.words.weight"])
    for table in ("positions", "shapes", "quotes"):
        out[f"{table}.weight"] = w[f"encoder.{table}.weight"]
    out["membership.weight"] = w["encoder.membership.weight"].T
    if "encoder.lexicon.weight" in w:
        out["lexicon.weight"] = w["encoder.lexicon.weight"].T
    out["norm.weight"], out["norm.bias"] = w["encoder.norm.weight"], w["encoder.norm.bias"]
    width = len(out["norm.bias"])
    for i, module in enumerate(model.encoder.layers):
        fold = np.repeat(np.array([1 / math.sqrt(width // module.heads), 1, 1], np.float32), width)
        source = f"encoder.layers.{i}"
        linear(f"layer{i}.qkv", w[f"{source}.qkv.weight"] * fold[:, None], w[f"{source}.qkv.bias"] * fold)
        for part in ("out", "up", "down"):
            linear(f"layer{i}.{part}", w[f"{source}.{part}.weight"], w[f"{source}.{part}.bias"])
        for part in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                out[f"layer{i}.{part}.{kind}"] = w[f"{source}.{part}.{kind}"]
    for group, heads in model.groups.items():
        linear(f"heads.{group}.hidden", w[f"hidden.{group}.weight"], w[f"hidden.{group}.bias"])
        for name in heads:
            linear(f"heads.{group}.{name}", w[f"outputs.{name}.weight"], w[f"outputs.{name}.bias"])
    return {name: np.ascontiguousarray(array) for name, array in out.items()}


def checkpoint(folder):
    """The weights and labels of a released model, as a checkpoint has them: what a run may start from."""
    w = safetensors.load_file(os.path.join(folder, "model.safetensors"))
    with open(os.path.join(folder, "labels.json"), encoding="utf-8") as file:
        labels = json.load(file)["taggers"]
    value = {k.removesuffix(".weight"): v.astype(np.float32) * w[f"{k.removesuffix('.weight')}.scale"][:, None] if v.dtype == np.int8 else v
             for k, v in w.items() if k.endswith(".weight")}
    out = {f"encoder.{table}.weight": value[table] for table in ("words", "positions", "shapes", "quotes")}
    out |= {f"encoder.{table}.weight": value[table].T for table in ("membership", "lexicon") if table in value}
    out |= {"encoder.norm.weight": value["norm"], "encoder.norm.bias": w["norm.bias"]}
    with safetensors_open(os.path.join(folder, "model.safetensors"), "np") as file:
        heads = int(file.metadata()["attention_heads"])
    width = len(w["norm.bias"])
    unfold = np.repeat(np.array([math.sqrt(width // heads), 1, 1], np.float32), width)
    for name in sorted(value):
        group, _, part = name.partition(".")
        if group.startswith("layer"):
            scale = unfold if part == "qkv" else np.ones(len(value[name]), np.float32)
            ours = f"encoder.layers.{group.removeprefix('layer')}.{part}"
            out[f"{ours}.weight"] = value[name] * (scale[:, None] if value[name].ndim == 2 else scale)
            out[f"{ours}.bias"] = w[f"{name}.bias"] * scale
        elif group == "heads":
            head, _, output = part.partition(".")
            ours = f"hidden.{head}" if output == "hidden" else f"outputs.{output}"
            out[f"{ours}.weight"], out[f"{ours}.bias"] = value[name], w[f"{name}.bias"]
    return {"model": {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in out.items()}, "labels": labels}


def write(model, path):
    safetensors.save_file(tensors(model), path, {"attention_heads": str(model.encoder.layers[0].heads)})
