"""Coreference: a mention's head word points to the head words it refers back to, or to [CLS]."""
from .. import losses

SIZE = 64
outputs = {"antecedent_q": SIZE, "antecedent_k": SIZE}


def losses_of(scores, batch):
    if "antecedent" in batch["links"]:
        yield "antecedent", 1.5, losses.linking(scores["antecedent_q"], scores["antecedent_k"], batch["links"]["antecedent"])
