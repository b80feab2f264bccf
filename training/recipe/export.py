"""Write a checkpoint as `model.safetensors`, which the service reads, and as ONNX (opset 17, node by node), for comparison.

    python -m recipe.export --checkpoint FILE --vocabulary FILE --out DIR --id en-news/2.0.0

int8: every MatMul weight symmetric per output column, activations by DynamicQuantizeLinear; word and position embeddings
symmetric per row. Building the graph by hand keeps it small, its names readable, and its ops plain.
"""
import argparse
import hashlib
import json
import math
import os
import shutil

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from . import checkpoint, labels, weights
from .features import MEMBERSHIP_BITS, QUOTES, SHAPES
from .tasks import LINKS, TASKS, attribution, coreference, events


class Graph:
    def __init__(self, int8):
        self.int8, self.nodes, self.weights, self.count, self.quantised = int8, [], [], 0, {}

    def constant(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind, *inputs, outputs=1, **attributes):
        names = outputs if isinstance(outputs, list) else [f"{kind.lower()}_{self.count}_{i}" for i in range(outputs)]
        self.count += 1
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=f"{kind}_{self.count}", **attributes))
        return names[0] if len(names) == 1 else names

    def linear(self, x, name, weight, bias):
        """x [..., in]; weight [out, in] as PyTorch keeps it."""
        weight = weight.T.astype(np.float32)
        bias = self.constant(f"{name}.bias", bias)
        if not self.int8:
            return self.op("Add", self.op("MatMul", x, self.constant(f"{name}.weight", weight)), bias)
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / weights.LINEAR_MOST
        packed = self.constant(f"{name}.weight", np.round(weight / scale).astype(np.int8))
        if x not in self.quantised:
            self.quantised[x] = self.op("DynamicQuantizeLinear", x, outputs=3)
        value, x_scale, zero = self.quantised[x]
        zeros = self.constant(f"{name}.zero", np.zeros(weight.shape[1], np.int8))  # rten fuses the four-input form only
        product = self.op("Cast", self.op("MatMulInteger", value, packed, zero, zeros), to=TensorProto.FLOAT)
        product = self.op("Mul", product, self.op("Mul", x_scale, self.constant(f"{name}.scale", scale.astype(np.float32))))
        return self.op("Add", product, bias)

    def table(self, ids, name, weight, int8=True):
        """Rows of an embedding table."""
        if not (self.int8 and int8):
            return self.op("Gather", self.constant(name, weight), ids, axis=0)
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8) / 127
        rows = self.op("Gather", self.constant(name, np.round(weight / scale).astype(np.int8)), ids, axis=0)
        rows = self.op("DequantizeLinear", rows, "one", "zero_i8")
        return self.op("Mul", rows, self.op("Gather", self.constant(f"{name}.scale", scale.astype(np.float32)), ids, axis=0))

    def norm(self, x, name, weight, bias):
        return self.op("LayerNormalization", x, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias), axis=-1, epsilon=1e-12)

    def gelu(self, x):
        return self.op("Mul", self.op("Mul", x, self.op("Add", self.op("Erf", self.op("Div", x, "sqrt2")), "one")), "half")


def build(model, int8):
    w = {k: v.detach().numpy() for k, v in model.state_dict().items()}
    g, heads, width = Graph(int8), model.size.heads, model.size.width
    for name, value in (("one", 1.0), ("half", 0.5), ("sqrt2", math.sqrt(2)), ("blocked", -1e4)):
        g.constant(name, np.float32(value))
    g.constant("zero_i8", np.int8(0))
    for name, value in (("axis0", [0]), ("axis12", [1, 2]), ("begin", [0]), ("one_i64", [1]), ("two_i64", [2]), ("split_heads", [0, 0, heads, width // heads]), ("join_heads", [0, 0, width])):
        g.constant(name, np.array(value, np.int64))
    length = g.op("Slice", g.op("Shape", "input_ids"), "one_i64", "two_i64", "axis0")
    x = g.op("Add", g.table("input_ids", "words", w["encoder.words.weight"]), g.op("Slice", g.constant("positions", w["encoder.positions.weight"]), "begin", length, "axis0"))
    x = g.op("Add", x, g.table("shape_ids", "shapes", w["encoder.shapes.weight"], int8=False))
    x = g.op("Add", x, g.table("quote_ids", "quotes", w["encoder.quotes.weight"], int8=False))
    x = g.op("Add", x, g.op("MatMul", "membership", g.constant("membership.weight", w["encoder.membership.weight"].T)))
    if model.size.lexicon:
        x = g.op("Add", x, g.op("MatMul", "lexicon", g.constant("lexicon.weight", w["encoder.lexicon.weight"].T)))
    x = g.norm(x, "norm", w["encoder.norm.weight"], w["encoder.norm.bias"])
    mask = g.op("Mul", g.op("Sub", "one", g.op("Cast", "attention_mask", to=TensorProto.FLOAT)), "blocked")
    mask = g.op("Unsqueeze", mask, "axis12")
    for i in range(len(model.encoder.layers)):
        x = layer(g, x, mask, (f"layer{i}", heads), {k.removeprefix(f"encoder.layers.{i}."): v for k, v in w.items() if k.startswith(f"encoder.layers.{i}.")})
    outputs = []
    for group, heads in model.groups.items():
        hidden = g.gelu(g.linear(x, f"{group}.hidden", w[f"hidden.{group}.weight"], w[f"hidden.{group}.bias"]))
        weight = np.concatenate([w[f"outputs.{n}.weight"] for n in heads])
        bias = np.concatenate([w[f"outputs.{n}.bias"] for n in heads])
        scores = g.linear(hidden, f"{group}.out", weight, bias)
        if len(heads) == 1:
            g.op("Identity", scores, outputs=list(heads))
        else:
            g.op("Split", scores, g.constant(f"{group}.sizes", np.array(list(heads.values()), np.int64)), outputs=list(heads), axis=-1)
        outputs += heads.items()
    ids = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "sequence"]) for n in ("input_ids", "attention_mask", "shape_ids", "quote_ids")]
    sets = {"membership": MEMBERSHIP_BITS} | ({"lexicon": model.size.lexicon} if model.size.lexicon else {})
    ids += [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "sequence", bits]) for n, bits in sets.items()]
    results = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "sequence", size]) for n, size in outputs]
    graph = helper.make_graph(g.nodes, "en-news", ids, results, g.weights)
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="recipe.export")
    proto.ir_version = 8
    onnx.checker.check_model(proto)
    return proto


def layer(g, x, mask, place, w):
    """One encoder layer; the attention's 1/sqrt(d) is folded into the query weights. `place`: its name, and its heads."""
    (name, heads), width = place, len(w["out.bias"])
    fold = np.concatenate([np.full(width, 1 / math.sqrt(width // heads), np.float32), np.ones(2 * width, np.float32)])
    qkv = g.linear(x, f"{name}.qkv", w["qkv.weight"] * fold[:, None], w["qkv.bias"] * fold)
    q, k, v = (g.op("Reshape", part, "split_heads") for part in g.op("Split", qkv, outputs=3, axis=-1))
    q, k, v = g.op("Transpose", q, perm=[0, 2, 1, 3]), g.op("Transpose", k, perm=[0, 2, 3, 1]), g.op("Transpose", v, perm=[0, 2, 1, 3])
    weights = g.op("Softmax", g.op("Add", g.op("MatMul", q, k), mask), axis=-1)
    mixed = g.op("Reshape", g.op("Transpose", g.op("MatMul", weights, v), perm=[0, 2, 1, 3]), "join_heads")
    x = g.norm(g.op("Add", g.linear(mixed, f"{name}.out", w["out.weight"], w["out.bias"]), x), f"{name}.norm1", w["norm1.weight"], w["norm1.bias"])
    up = g.gelu(g.linear(x, f"{name}.up", w["up.weight"], w["up.bias"]))
    return g.norm(g.op("Add", g.linear(up, f"{name}.down", w["down.weight"], w["down.bias"]), x), f"{name}.norm2", w["norm2.weight"], w["norm2.bias"])


def label_file(name="en-news", lexicon_bits=0, calibration=None):
    """Contents of labels.json: everything that the Rust side needs to read the outputs. `name`: the model's name and version."""
    sizes = {n: s for task in TASKS for n, s in task.outputs.items()}
    margins = {**attribution.MARGIN, "description": coreference.DESCRIPTION_MARGIN}

    def link(kind, query, key, fall, reach):
        near = {"fall_per_word": fall, "reach_words": reach} if fall else {}
        return {"query": query, "key": key, "size": sizes[key], **near, **({"margin": margins[kind]} if kind in margins else {})}

    links = {kind: link(kind, *constants) for kind, constants in LINKS.items()}
    links["governor"] = link("governor", "governor_q", "governor_k", 0.0, 1)
    links["argument"] = link("argument", "argument_q", "argument_k", events.FALL, events.REACH) | {"slots": events.SLOTS, "none_score": events.NONE}
    return {"id": name, "outputs": sizes, "taggers": labels.TAGGERS, "shapes": SHAPES, "quotes": QUOTES, "event_roles": labels.ROLE_OF,
            "slots": labels.SLOTS, "links": links, "trigger_bias": events.TRIGGER_BIAS, "temperature": calibration or {},
            "bits": {"membership": MEMBERSHIP_BITS, "lexicon": lexicon_bits}, "max_pieces": 256}


def write(model, vocabulary, out, name, calibration=None):
    os.makedirs(out, exist_ok=True)
    model.cpu().eval()
    weights.write(model, os.path.join(out, "model.safetensors"))
    onnx.save(build(model, int8=True), os.path.join(out, "model.onnx"))
    shutil.copy(vocabulary, os.path.join(out, "vocab.txt"))
    with open(os.path.join(out, "labels.json"), "w", encoding="utf-8") as file:
        json.dump(label_file(name, model.size.lexicon, calibration), file, indent=1)
    with open(os.path.join(out, "model.safetensors"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--id", required=True, help="name and version of the model")
    parser.add_argument("--calibration", help="JSON file {head: temperature}")
    args = parser.parse_args()
    calibration = None
    if args.calibration:
        with open(args.calibration, encoding="utf-8") as file:
            calibration = json.load(file)
    print(write(checkpoint.read(args.checkpoint), args.vocabulary, args.out, args.id, calibration))


if __name__ == "__main__":
    main()
