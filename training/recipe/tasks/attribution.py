"""Attribution: content (and content inside content), source and cue as independent BIO layers; links from the first word
of a content segment to the first word of its cue and of its source, or to [CLS] where it has none."""
from .. import labels, losses

SIZE = 48
FALL, REACH = 0.2, 40  # what each word of distance costs a link, and how far that goes
MARGIN = {"cue": 8.0, "source": 8.0}  # how much better "nothing" must be than the best candidate
outputs = {"content": 3, "inner": 3, "source": 3, "cue": 3, "act": len(labels.ACTS),
           "content_q": SIZE, "cue_k": SIZE, "content_source_q": SIZE, "source_k": SIZE}

links = {"cue": ("content_q", "cue_k", FALL, REACH), "source": ("content_source_q", "source_k", FALL, REACH)}


def losses_of(scores, batch):
    for head, weight in (("content", 1.0), ("inner", 0.3), ("source", 1.0), ("cue", 1.0), ("act", 0.3)):
        if head in batch["labels"]:
            yield head, weight, losses.tagging(scores[head], batch["labels"][head])
    for kind, (query, key, fall, reach) in links.items():
        if kind in batch["links"]:
            yield f"{kind}_link", 1.0, losses.linking(scores[query], scores[key], batch["links"][kind], fall, reach)
