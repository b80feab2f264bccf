"""Learning from a teacher: what it says of the same windows, beside the gold labels.

Tagging heads everywhere; governors in every sentence; links at their annotated words, over the same candidates; arguments at
annotated triggers, and at the words that the teacher takes for one.
"""
import torch

from . import losses, tasks
from .labels import TAGGERS, TRIGGERS
from .tasks import events

TEMPERATURE = 2.0
# Heads read at certain words only, where other heads have chosen: elsewhere the teacher guesses.
GUARDED = {"act", "factuality"}


def total(scores, taught, batch, temperature=TEMPERATURE):
    """Sum of the divergences per word of the batch. `scores`, `taught`: {output: [B, N, size]} of student and teacher."""
    inside = batch["sentence"] >= 0
    out = sum(torch.where(inside, losses.divergence(scores[head], taught[head], temperature), 0.0).sum() for head in TAGGERS if head not in GUARDED)
    likely = inside & (taught["trigger"].argmax(-1) % (len(TRIGGERS) - 1) != 0)  # neither the first label nor the last
    b, slot = torch.nonzero(likely, as_tuple=True)
    out = out + losses.divergence(scores["factuality"][b, slot], taught["factuality"][b, slot], temperature).sum()
    out = out + arguments(scores, taught, batch["sentence"], b, slot, temperature)
    ours, theirs = (losses.governor_scores(s["governor_q"], s["governor_k"], batch["sentence"]) for s in (scores, taught))
    out = out + 0.5 * torch.where(inside, losses.divergence(ours, theirs, temperature), 0.0).sum()
    for kind, (query, key, fall, reach) in tasks.LINKS.items():
        if kind in batch["links"]:
            b, slot, target, candidate = batch["links"][kind]
            ours, theirs = (losses.link_scores(s[query], s[key], b, slot, fall, reach).masked_fill(~(target | candidate), losses.BLOCKED) for s in (scores, taught))
            out = out + losses.divergence(ours, theirs, temperature).sum()
    return out / batch["word_mask"].sum()


def arguments(scores, taught, sentence, b, slot, temperature):
    ours, theirs = (events.argument_scores(s["argument_q"][b, slot], s["argument_k"][b], slot) for s in (scores, taught))
    return torch.where(sentence[b] >= 0, losses.divergence(ours, theirs, temperature), 0.0).sum()
