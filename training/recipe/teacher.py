"""MPNet (Song et al. 2020) as a teacher: its vocabulary is BERT-uncased's, shifted, so its scores line up with ours piece for
piece. Our feature embeddings are added to its own; positions and the relative bias are MPNet's."""
import json
import os

import torch
from torch import nn

from .features import CLS, MASK, MEMBERSHIP_BITS, QUOTES, SEP, SHAPES
from .model import Model, Size, unpacked

SHIFT, SPECIAL = 4, {0: 1, CLS: 0, SEP: 2, MASK: 30526}  # our id -> MPNet's, where it is not ours + 4


class Mpnet(nn.Module):
    """`folder`: config.json and, where `trained`, model.safetensors as published."""

    def __init__(self, folder, lexicon=0, trained=True):
        from transformers import MPNetConfig, MPNetModel
        super().__init__()
        with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
            config = MPNetConfig(**json.load(file))
        self.body = MPNetModel.from_pretrained(folder, add_pooling_layer=False) if trained else MPNetModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shapes, self.quotes = nn.Embedding(len(SHAPES), width), nn.Embedding(len(QUOTES), width)
        self.membership = nn.Linear(MEMBERSHIP_BITS, width, bias=False)
        self.lexicon = nn.Linear(lexicon, width, bias=False) if lexicon else None
        for table in (self.shapes, self.quotes, self.membership, self.lexicon):
            if table is not None:
                nn.init.normal_(table.weight, std=0.01)

    @property
    def words(self):
        return self.body.embeddings.word_embeddings

    def forward(self, batch):
        ours = batch["input_ids"]
        ids = ours + SHIFT
        for own, theirs in SPECIAL.items():
            ids = torch.where(ours == own, theirs, ids)
        x = self.words(ids.clamp(max=self.words.num_embeddings - 1)) + self.shapes(batch["shape_ids"]) + self.quotes(batch["quote_ids"])
        x = x + self.membership(unpacked(batch["membership"], MEMBERSHIP_BITS))
        if self.lexicon is not None:
            x = x + self.lexicon(unpacked(batch["lexicon"], self.lexicon.in_features))
        return self.body(inputs_embeds=x, attention_mask=batch["attention_mask"]).last_hidden_state


def mpnet(groups, folder, lexicon=0, trained=True):
    """A Model over MPNet, with the same outputs as ours."""
    encoder = Mpnet(folder, lexicon, trained)
    model = Model(groups, Size(width=encoder.shapes.embedding_dim, layers=0, lexicon=lexicon, vocabulary=1, positions=1))
    model.encoder = encoder
    return model
