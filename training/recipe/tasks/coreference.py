"""Coreference: the head word of a pronoun or a description points to the head words that it refers to, or to [CLS].

Pronouns and descriptions share their vectors, since chains teach both; as links they have constants of their own."""
from .. import losses

SIZE = 64
MARGIN = {"human": 3.0, "thing": 0.0}  # how much better "nothing" must be than the best name, for he/she and for it/they
DESCRIPTION_MARGIN = 0.0
outputs = {"antecedent_q": SIZE, "antecedent_k": SIZE}
links = {kind: ("antecedent_q", "antecedent_k", 0.0, 1) for kind in ("antecedent", "description")}


def losses_of(scores, batch):
    for kind, weight in (("antecedent", 1.5), ("description", 1.0)):
        if kind in batch["links"]:
            yield kind, weight, losses.linking(scores["antecedent_q"], scores["antecedent_k"], batch["links"][kind])
