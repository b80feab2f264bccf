"""Coreference: GAP (one pronoun, two candidates) and OntoGUM (chains)."""
from ..document import Document, Link, head_word
from . import corpus, lines

LONG = (192, 256)


@corpus("gap", "open", 3.5, lengths=LONG)
def gap(data, classes):
    """Other mentions of the two names are unknown: candidates are the two names, every lower-case word, or nothing."""
    for row in lines(data, "coref/gap/train.jsonl"):
        document = Document(row["id"], "gap", row["text"])
        spans = {k: document.locate(*row[k]) for k in ("pronoun", "candidate_a", "candidate_b")}
        if not all(spans.values()):
            continue
        heads = {k: head_word(document.words, s) for k, s in spans.items()}
        targets = tuple(heads[f"candidate_{x}"] for x in "ab" if row[f"{x}_coref"])
        others = tuple(i for i, w in enumerate(document.words) if w.islower() and w not in PRONOUNS)
        document.links["antecedent"] = [Link(heads["pronoun"], targets, (heads["candidate_a"], heads["candidate_b"], *others))]
        yield document


PRONOUNS = {"he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "its", "himself", "herself"}


@corpus("ontogum", "open", 1, lengths=LONG)
def ontogum(data, classes):
    """Every mention of a chain points to the chain's other mentions before it; singletons are not annotated."""
    for row in lines(data, "coref/ontogum/train.jsonl"):
        if not row["train_ok"]:
            continue
        document = Document(row["id"], "ontogum", row["text"])
        links = []
        for chain in row["coref"]:
            heads = sorted({head_word(document.words, s) for s in (document.locate(*m) for m in chain) if s})
            for k, head in enumerate(heads):
                links.append(Link(head, tuple(heads[:k]) or tuple(heads[1:2]) if document.words[head].lower() in PRONOUNS else tuple(heads[:k])))
        document.links["antecedent"] = links
        yield document
