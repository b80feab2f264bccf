"""The service's forward pass over `model.safetensors`, in NumPy: what its Rust code must give, without a thought for speed.

Activations of linear layers are bytes with a scale and a zero per row (per piece), where the ONNX graph has them per tensor.
"""
import numpy as np
import torch
from safetensors import safe_open


class Network:
    def __init__(self, path):
        with safe_open(path, "numpy") as file:
            self.w = {name: file.get_tensor(name) for name in file.keys()}
            self.heads = int(file.metadata()["attention_heads"])
        self.groups = sorted({name.split(".")[1] for name in self.w if name.startswith("heads.")})

    def linear(self, x, name):
        """x [rows, inputs] -> [rows, outputs]."""
        low, high = np.minimum(x.min(1), 0), np.maximum(x.max(1), 0)
        scale = np.maximum((high - low) / 255, np.finfo(np.float32).tiny)[:, None]
        zero = np.round(-low[:, None] / scale)
        bytes_ = np.clip(np.round(x / scale) + zero, 0, 255)
        sums = (bytes_ - zero) @ self.w[f"{name}.weight"].astype(np.float64).T
        return sums * scale * self.w[f"{name}.scale"] + self.w[f"{name}.bias"]

    def norm(self, x, name):
        x = x - x.mean(1, keepdims=True)
        return x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-12) * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def attention(self, qkv):
        """[pieces, 3 width] of one window -> [pieces, width]."""
        q, k, v = (part.reshape(len(qkv), self.heads, -1).swapaxes(0, 1) for part in np.split(qkv, 3, 1))
        scores = q @ k.swapaxes(1, 2)
        weights = np.exp(scores - scores.max(2, keepdims=True))
        return (weights / weights.sum(2, keepdims=True) @ v).swapaxes(0, 1).reshape(len(qkv), -1)

    def bits(self, sets, name):
        """Bit sets -> the sum of the rows of a table that they name."""
        table = self.w[f"{name}.weight"]
        return np.array([[bits >> i & 1 for i in range(len(table))] for bits in sets]) @ table

    def window(self, ids, shapes, quotes, membership, lexicon=None):
        """Lists with a number per piece; membership and lexicon, where the network reads it, as bit sets -> {head: [pieces, size]}."""
        w = self.w
        x = w["words.weight"][ids].astype(np.float64) * w["words.scale"][ids][:, None] + w["positions.weight"][:len(ids)]
        x = x + w["shapes.weight"][shapes] + w["quotes.weight"][quotes] + self.bits(membership, "membership")
        x = self.norm(x + self.bits(lexicon, "lexicon") if "lexicon.weight" in w else x, "norm")
        layer = 0
        while f"layer{layer}.qkv.weight" in w:
            name = f"layer{layer}"
            x = self.norm(x + self.linear(self.attention(self.linear(x, f"{name}.qkv")), f"{name}.out"), f"{name}.norm1")
            x = self.norm(x + self.linear(gelu(self.linear(x, f"{name}.up")), f"{name}.down"), f"{name}.norm2")
            layer += 1
        return {head: self.linear(hidden, f"heads.{group}.{head}") for group in self.groups
                for hidden in [gelu(self.linear(x, f"heads.{group}.hidden"))] for head in self.outputs(group)}

    def outputs(self, group):
        names = (name.split(".") for name in self.w if name.startswith(f"heads.{group}.") and name.endswith(".weight"))
        return sorted(name[2] for name in names if name[2] != "hidden")


def gelu(x):
    return torch.nn.functional.gelu(torch.from_numpy(x)).numpy()
