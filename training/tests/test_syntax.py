"""Universal Dependencies on text written for this test."""
import gzip

import numpy as np

from recipe import labels as L
from recipe.corpora import syntax
from recipe.document import ROOT, UNKNOWN
from recipe.store import pack

# id form upos head relation
SENTENCES = [
    ("# newdoc id = one\n# newpar\n# text = A 15-year deal won't hold.", [
        "1 A DET 5 det", "2 15 NUM 4 nummod", "3 - PUNCT 2 punct", "4 year NOUN 5 compound", "5 deal NOUN 8 nsubj", "6-7 won't _ _ _",
        "6 wo AUX 8 aux", "7 n't PART 8 advmod", "8 hold VERB 0 root", "9 . PUNCT 8 punct"]),
    ("# newpar id = p2\n# text = It is over", ["1 It PRON 3 nsubj", "2 is AUX 3 cop", "3 over ADJ 0 root"]),
    ("# newdoc id = two\n# text = Gonna go", ["1-2 Gonna _ _ _", "1 Going VERB 0 root", "2 to PART 3 mark", "3 go VERB 1 xcomp:odd"])]


def conllu():
    for head, rows in SENTENCES:
        yield from head.split("\n")
        for row in rows:
            number, form, upos, governor, relation = (row.split() + ["_"] * 5)[:5] if "_" not in row else (*row.split()[:2], "_", "_", "_")
            yield "\t".join([number, form, "_", upos, "_", "_", governor, relation, "_", "_"])
        yield ""


def test_documents_keep_paragraphs():
    (one, text, sentences), (two, other, _) = syntax.texts(conllu())
    assert (one, two) == ("one", "two") and text == "A 15-year deal won't hold.\nIt is over" and other == "Gonna go"
    assert [text[t.start:t.end] for t in sentences[0]] == ["A", "15", "-", "year", "deal", "wo", "n't", "hold", "."]
    assert [text[t.start:t.end] for t in sentences[1]] == ["It", "is", "over"]


def test_words_take_the_token_that_speaks_for_them():
    key, text, sentences = next(syntax.texts(conllu()))
    document = syntax.convert(key, "ud", text, sentences)
    words, deal = document.words, document.words.index("deal")
    assert document.governor[words.index("hold")] == ROOT and document.governor[words.index("A")] == deal
    assert document.labels["relation"][deal] == L.bits(L.RELATIONS, ["nsubj"])
    assert UNKNOWN not in document.governor
    year = next(i for i, w in enumerate(words) if "year" in w)
    assert document.governor[year] == deal and document.labels["relation"][year] == L.bits(L.RELATIONS, ["compound"])
    assert document.governor[words.index("It")] == words.index("over")


def test_spelled_together():
    *_, (key, text, sentences) = syntax.texts(conllu())
    document = syntax.convert(key, "ud", text, sentences)
    go = document.words.index("go")
    assert document.labels["relation"][go] == L.bits(L.RELATIONS, ["xcomp"]), "an unlisted subtype is its relation"
    assert document.governor[go] == 0 and document.governor[0] == ROOT


def test_store_keeps_governors(tmp_path):
    folder = tmp_path / "syntax" / "ud"
    folder.mkdir(parents=True)
    with gzip.open(folder / "en_ewt-ud-train.conllu.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(conllu()) + "\n")
    documents = list(syntax.ewt(str(tmp_path), ()))
    store = pack({"ud_ewt": documents})
    for document, start in zip(documents, store["documents"]):
        steps = store["governor"][start:start + len(document.words)]
        expected = [32767 if to == ROOT else to - i for i, to in enumerate(document.governor)]
        assert np.array_equal(steps, expected)
