"""What a trigger's first word points to beside its arguments: the first word of the time expression that dates the event,
the head word of its place, and the first words of earlier triggers of the same happening; or [CLS] where the text tells none."""
from .. import losses

SIZE = 48
FALL, REACH = 0.05, 40  # what each word of distance costs, and how far that goes; earlier triggers cost nothing
WEIGHT = {"event_time": 1.0, "event_place": 1.0, "event": 1.0}
outputs = {f"{kind}_{side}": SIZE for kind in WEIGHT for side in "qk"}
links = {kind: (f"{kind}_q", f"{kind}_k", *((0.0, 1) if kind == "event" else (FALL, REACH))) for kind in WEIGHT}


def losses_of(scores, batch):
    for kind, (query, key, fall, reach) in links.items():
        if kind in batch["links"]:
            yield kind, WEIGHT[kind], losses.linking(scores[query], scores[key], batch["links"][kind], fall, reach)
