"""Universal Dependencies: EWT and the open part of GUM, as running text with parts of speech, relations and governors.

Their tokens and our words are matched by characters. A token belongs to the first word that it touches. Of a word that
holds several tokens ("15-year"), the token whose governor stands outside the word speaks for it; a word that holds none,
since its token began in an earlier word, depends on that word as `goeswith`.
"""
import gzip
import os

from .. import labels as L
from ..document import ROOT, UNKNOWN, Document
from . import corpus

FILES = {"ewt": "en_ewt-ud-{}.conllu.gz", "gum": "en_gum-ud-{}-open.conllu.gz"}


class Token:
    """`governor`: index of the governing token in the sentence, counted from 1; 0 for the root."""

    def __init__(self, fields, start, end):
        self.upos, self.governor, self.relation = fields[3], int(fields[6]) if fields[6].isdigit() else 0, relation(fields[7])
        self.start, self.end = start, end


def relation(name):
    return name if name in L.RELATIONS else name.partition(":")[0]


def texts(rows):
    """CoNLL-U lines -> (key, text, [[Token] of a sentence])."""
    key, text, sentences, pending, fields = "", "", [], {}, []
    for row in [*rows, "# newdoc id = end"]:
        row = row.rstrip("\n")
        name, _, value = row.removeprefix("# ").partition(" = ")
        if row.startswith("#"):
            if name == "newdoc id":
                if sentences:
                    yield key, text, sentences
                key, text, sentences = value, "", []
            pending |= {"newpar": True} if name.startswith("newpar") else {name: value} if name == "text" else {}
        elif row:
            fields.append(row.split("\t"))
        elif fields:
            text += ("\n" if pending.get("newpar") else " ") if text else ""
            sentences.append(located(fields, pending["text"], len(text)))
            text += pending["text"]
            pending, fields = {}, []


def located(fields, text, offset):
    """The tokens of a sentence with their places in the document's text. The parts of a contraction whose letters differ
    from its spelling share its place."""
    out, at, shared = [], 0, {}
    for row in fields:
        if "." in row[0]:
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            parts = "".join(r[1] for r in fields if r[0].isdigit() and first <= int(r[0]) <= last)
            if parts != row[1]:
                shared = dict.fromkeys(range(first, last + 1), (at, at + len(row[1])))
            continue
        start, end = shared.get(int(row[0])) or (at, at + len(row[1]))
        out.append(Token(row, offset + start, offset + end))
        at = end if int(row[0]) not in shared or int(row[0]) == max(shared) else at
    return out


def convert(key, corpus_name, text, sentences):
    document = Document(key, corpus_name, text)
    upos, relations = document.start_labels("upos", 0), document.start_labels("relation", 0)
    document.governor = [UNKNOWN] * len(document.words)
    for tokens in sentences:
        spans = [document.locate(t.start, t.end) for t in tokens]
        held = {}
        for i, span in enumerate(spans):
            if span:
                held.setdefault(span[0], []).append(i)
        for word, inside in held.items():
            top = next((i for i in inside if tokens[i].governor - 1 not in inside), inside[0])
            token, governor = tokens[top], spans[tokens[top].governor - 1] if tokens[top].governor else None
            upos[word], relations[word] = L.bits(L.UPOS, [token.upos]), L.bits(L.RELATIONS, [token.relation])
            document.governor[word] = ROOT if not token.governor else governor[0] if governor else UNKNOWN
        for i, span in enumerate(spans):
            for word in range(span[0] + 1, span[1]) if span else ():
                if word not in held:
                    upos[word], relations[word] = L.bits(L.UPOS, [tokens[i].upos]), L.bits(L.RELATIONS, ["goeswith"])
                    document.governor[word] = span[0]
    return document


def read(data, name, part):
    with gzip.open(os.path.join(data, "syntax", "ud", FILES[name].format(part)), "rt", encoding="utf-8") as rows:
        for key, text, sentences in texts(rows):
            yield convert(key, f"ud_{name}", text, sentences)


@corpus("ud_ewt", "open", 3)
def ewt(data, classes, part="train"):
    yield from read(data, "ewt", part)


@corpus("ud_gum", "open", 3)
def gum(data, classes, part="train"):
    yield from read(data, "gum", part)
