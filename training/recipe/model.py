"""The encoder (MiniLM, 6 layers x 384) with three feature embeddings, and the heads that tasks declare.

Heads stand in groups; a group has one hidden layer of its own, so that tasks do not fight over the encoder's last layer.
"""
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from .features import MEMBERSHIP_BITS, QUOTES, SHAPES

WIDTH, LAYERS, HEADS, INNER, GROUP, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 256, 512, 30522


class Dropout(nn.Module):
    """Dropout whose masks are slices of one random pool, drawn anew every so often: drawing a bit per activation costs a
    tenth of a step on a CPU."""
    RATE, SIZE, RENEW = 0.1, 1 << 23, 2000

    def __init__(self):
        super().__init__()
        self.pool, self.uses = None, 0

    def forward(self, x):
        if not self.training:
            return x
        if self.pool is None or self.uses >= self.RENEW:
            self.pool, self.uses = (torch.rand(self.SIZE) >= self.RATE).to(x.dtype) / (1 - self.RATE), 0
        self.uses += 1
        start = int(torch.randint(0, self.SIZE - x.numel(), (1,)))
        return x * self.pool[start:start + x.numel()].view(x.shape)


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
        q, k, v = self.qkv(x).float().view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        with torch.autocast("cpu", enabled=False):  # attention in bf16 is slow on CPUs
            mixed = F.scaled_dot_product_attention(q, k, v, mask).transpose(1, 2).reshape(b, n, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, width=WIDTH, layers=LAYERS, heads=HEADS, inner=INNER, vocabulary=VOCABULARY, positions=POSITIONS):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(positions, width)
        self.shapes, self.quotes = nn.Embedding(len(SHAPES), width), nn.Embedding(len(QUOTES), width)
        self.membership = nn.Linear(MEMBERSHIP_BITS, width, bias=False)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        for table in (self.shapes, self.quotes, self.membership):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, input_ids, attention_mask, shape_ids, quote_ids, membership):
        """[B, L] int64, and membership [B, L, bits] -> [B, L, width]."""
        x = self.words(input_ids) + self.positions.weight[:input_ids.shape[1]] + self.shapes(shape_ids) + self.quotes(quote_ids)
        x = x + self.membership(membership)
        x, mask = self.norm(x), attention_mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path):
        """Weights of the published checkpoint; the token type embedding is folded into the positions."""
        old = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        new = {"words.weight": old["embeddings.word_embeddings.weight"], "norm.weight": old["embeddings.LayerNorm.weight"],
               "positions.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
               "norm.bias": old["embeddings.LayerNorm.bias"], "shapes.weight": self.shapes.weight, "quotes.weight": self.quotes.weight,
               "membership.weight": self.membership.weight}
        pairs = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}
        for i in range(len(self.layers)):
            for kind in ("weight", "bias"):
                source = f"encoder.layer.{i}."
                new[f"layers.{i}.qkv.{kind}"] = torch.cat([old[f"{source}attention.self.{p}.{kind}"] for p in ("query", "key", "value")])
                for ours, theirs in pairs.items():
                    new[f"layers.{i}.{ours}.{kind}"] = old[f"{source}{theirs}.{kind}"]
        self.load_state_dict(new)


class Model(nn.Module):
    """`groups`: {group: {output name: size}}; outputs are raw scores or query/key vectors."""

    def __init__(self, groups, encoder=None, group_width=GROUP):
        super().__init__()
        self.encoder = encoder or Encoder()
        width = self.encoder.norm.weight.shape[0]
        self.groups = groups
        self.hidden = nn.ModuleDict({g: nn.Linear(width, group_width) for g in groups})
        self.outputs = nn.ModuleDict({name: nn.Linear(group_width, size) for heads in groups.values() for name, size in heads.items()})
        self.dropout = Dropout()

    def heads(self, x):
        """x [..., width] -> {output: [..., size]}."""
        out = {}
        for group, names in self.groups.items():
            hidden = self.dropout(F.gelu(self.hidden[group](x)))
            out |= {name: self.outputs[name](hidden) for name in names}
        return out

    def forward(self, batch):
        """-> {output: [B, N + 1, size]} at [CLS] and the first piece of each word."""
        x = self.encoder(batch["input_ids"], batch["attention_mask"], batch["shape_ids"], batch["quote_ids"], batch["membership"])
        index = batch["word_index"].unsqueeze(-1).expand(-1, -1, x.shape[-1])
        return self.heads(torch.gather(x, 1, index))
