"""The encoder (BERT's layers, six of width 384 in the release) with feature embeddings, and the heads that tasks declare.

Heads stand in groups; a group has one hidden layer of its own, so that tasks do not fight over the encoder's last layer.
"""
import dataclasses

import torch
import torch.nn.functional as F
from torch import nn

from . import base
from .features import MEMBERSHIP_BITS, QUOTES, SHAPES

POSITIONS, VOCABULARY = 512, 30522


@dataclasses.dataclass(frozen=True)
class Size:
    """Sizes of a network. `inner`: width of the feed-forward; `lexicon`: bits of the lexicon, 0 for none."""
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    group: int = 256
    lexicon: int = 0
    vocabulary: int = VOCABULARY
    positions: int = POSITIONS


class Dropout(nn.Module):
    """Dropout whose masks on a CPU are slices of one random pool, at a random place: drawing a bit per activation costs a
    tenth of a step there."""
    RATE, SIZE = 0.1, 1 << 23
    pool = None  # the same for all

    def forward(self, x):
        if not self.training:
            return x
        if x.is_cuda:
            return F.dropout(x, self.RATE)
        if Dropout.pool is None:
            Dropout.pool = (torch.rand(self.SIZE, generator=torch.Generator().manual_seed(0)) >= self.RATE).float() / (1 - self.RATE)
        start = int(torch.randint(0, self.SIZE - x.numel(), (1,)))
        return x * self.pool[start:start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.dropout = Dropout()

    def forward(self, x, mask):
        """x [B, L, width], mask [B, 1, 1, L] bool."""
        b, n, width = x.shape
        qkv = self.qkv(x)
        qkv = qkv if x.is_cuda else qkv.float()  # attention in bf16 is slow on CPUs
        q, k, v = qkv.view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        with torch.autocast(x.device.type, enabled=False):
            mixed = F.scaled_dot_product_attention(q, k, v, mask).transpose(1, 2).reshape(b, n, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


def unpacked(sets, width):
    """Bit sets -> float per bit."""
    return (sets.unsqueeze(-1) >> torch.arange(width, device=sets.device) & 1).float()


class Encoder(nn.Module):
    def __init__(self, size=Size()):
        super().__init__()
        width = size.width
        self.words, self.positions = nn.Embedding(size.vocabulary, width), nn.Embedding(size.positions, width)
        self.shapes, self.quotes = nn.Embedding(len(SHAPES), width), nn.Embedding(len(QUOTES), width)
        self.membership = nn.Linear(MEMBERSHIP_BITS, width, bias=False)
        self.lexicon = nn.Linear(size.lexicon, width, bias=False) if size.lexicon else None
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(width, size.heads, size.inner) for _ in range(size.layers))
        for table in (self.shapes, self.quotes, self.membership, self.lexicon):
            if table is not None:
                nn.init.normal_(table.weight, std=0.01)

    def forward(self, batch):
        """[B, L]: pieces, shapes, quotation; bit sets of name tables and lexicon -> [B, L, width]."""
        x = self.words(batch["input_ids"]) + self.positions.weight[:batch["input_ids"].shape[1]]
        x = x + self.shapes(batch["shape_ids"]) + self.quotes(batch["quote_ids"])
        x = x + self.membership(unpacked(batch["membership"], MEMBERSHIP_BITS))
        if self.lexicon is not None:
            x = x + self.lexicon(unpacked(batch["lexicon"], self.lexicon.in_features))
        x, mask = self.norm(x), batch["attention_mask"][:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, path):
        """Weights of a published BERT of the same width: its first layers, and of each feed-forward the neurons of most
        weight where ours is narrower. The token type embedding is folded into the positions."""
        old = {k: torch.from_numpy(v) for k, v in base.load(path).items()}
        new = {"words.weight": old["embeddings.word_embeddings.weight"], "norm.weight": old["embeddings.LayerNorm.weight"],
               "positions.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
               "norm.bias": old["embeddings.LayerNorm.bias"]}
        pairs = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
        for i, layer in enumerate(self.layers):
            source = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                new[f"layers.{i}.qkv.{kind}"] = torch.cat([old[f"{source}attention.self.{p}.{kind}"] for p in ("query", "key", "value")])
                for ours, theirs in pairs.items():
                    new[f"layers.{i}.{ours}.{kind}"] = old[f"{source}{theirs}.{kind}"]
            up, down = old[f"{source}intermediate.dense.weight"], old[f"{source}output.dense.weight"]
            kept = (up.norm(dim=1) * down.norm(dim=0)).topk(layer.up.out_features).indices.sort().values
            new |= {f"layers.{i}.up.weight": up[kept], f"layers.{i}.up.bias": old[f"{source}intermediate.dense.bias"][kept],
                    f"layers.{i}.down.weight": down[:, kept], f"layers.{i}.down.bias": old[f"{source}output.dense.bias"]}
        ours = {"shapes.weight", "quotes.weight", "membership.weight", "lexicon.weight"}
        missing, unexpected = self.load_state_dict(new, strict=False)
        if unexpected or set(missing) - ours:
            raise ValueError(f"{path} does not fit: {sorted(set(missing) - ours)} {unexpected}")


class Model(nn.Module):
    """`groups`: {group: {output name: size}}; outputs are raw scores or query/key vectors."""

    def __init__(self, groups, size=Size()):
        super().__init__()
        self.size, self.groups = size, groups
        self.encoder = Encoder(size)
        self.hidden = nn.ModuleDict({g: nn.Linear(size.width, size.group) for g in groups})
        self.outputs = nn.ModuleDict({name: nn.Linear(size.group, n) for heads in groups.values() for name, n in heads.items()})
        self.dropout = Dropout()

    def heads(self, x):
        """x [..., width] -> {output: [..., size]}."""
        out = {}
        for group, names in self.groups.items():
            hidden = self.dropout(F.gelu(self.hidden[group](x)))
            out |= {name: self.outputs[name](hidden) for name in names}
        return out

    def forward(self, batch):
        """-> {output: [B, N, size]} at [CLS] and the first piece of each word."""
        x = self.encoder(batch)
        index = batch["word_index"].unsqueeze(-1).expand(-1, -1, x.shape[-1])
        return self.heads(torch.gather(x, 1, index))
