"""Coreference: a mention's head word points to the head words it refers back to, or to [CLS]."""
from .. import losses

SIZE = 64
MARGIN = {"human": 3.0, "thing": 0.0}  # how much better "nothing" must be than the best name, for he/she and for it/they
outputs = {"antecedent_q": SIZE, "antecedent_k": SIZE}


def losses_of(scores, batch):
    if "antecedent" in batch["links"]:
        yield "antecedent", 1.5, losses.linking(scores["antecedent_q"], scores["antecedent_k"], batch["links"]["antecedent"])
