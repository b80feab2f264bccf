"""The recipe on tiny data written for this test: it reads, trains, the loss falls, the export agrees."""
import json

import numpy as np
import onnx
import pytest
import torch

from recipe import corpora, decode, features, labels, tasks
from recipe.batches import collate
from recipe.corpora import newsroom, own
from recipe.export import build, label_file
from recipe.model import Model, Size
from recipe.predict import onnx_runner, predict, torch_runner
from recipe.sampler import Plan, windows
from recipe.store import pack
from recipe.train import Run, Stage

def tiny_model():
    torch.manual_seed(0)
    return Model(tasks.groups(), Size(width=128, layers=1, heads=4, inner=256, group=128, vocabulary=256, positions=256))


def test_features_are_those_of_the_service():
    read = features.read('The Kyiv NATO A McCain 12.5 G20, "Señor" said.')
    assert list(read.shapes) == [2, 2, 3, 4, 5, 6, 7, 8, 8, 2, 8, 1, 8]
    assert list(read.quotes)[-5:] == [2, 1, 2, 0, 0]
    assert len(read.begin) == len(read.spans) + 1 and read.begin[-1] == len(read.pieces)
    assert read.membership[1] and not read.membership[7]


def test_newsroom_labels(article):
    document = newsroom.convert(article)
    row = dict(zip(document.words, document.labels["names"]))
    assert row["Quill"] == labels.bits(labels.NAMES, ["I-person"]) and row["Minister"] == labels.OUTSIDE
    assert document.labels["content"][document.words.index("We")] == 2
    she = document.words.index("she")
    assert document.links["source"][0].targets == (she,)
    assert document.links["antecedent"][0].anchor == she and document.words[document.links["antecedent"][0].targets[0]] == "Quill"
    thinks = document.words.index("thinks")
    assert document.labels["content"][thinks] == 0, "a sentence of thought says nothing about speech"
    assert {s for _, _, s in document.arguments[0].spans} == {labels.bits(labels.SLOTS, [x]) for x in ("agent", "place")}


def test_newsroom_links(article):
    document = newsroom.convert(article, {"minister", "man"})
    word = document.words.index
    links = {kind: {document.words[link.anchor]: [document.words[t] for t in link.targets] for link in rows} for kind, rows in document.links.items()}
    assert links["description"] == {"minister": ["Quill"], "man": []}, "a noun that describes elsewhere means nobody here"
    assert links["event"] == {"met": [], "praised": [], "meeting": ["met"], "arrested": []}
    assert links["event_place"] == {"met": ["Velden"], "praised": [], "meeting": [], "arrested": []}
    assert links["event_time"]["praised"] == [] and "arrested" not in links["event_time"], "a date that the text never names says nothing"
    assert set(links["event_time"]["met"]) == {"Monday", "3"}
    assert document.links["event_place"][0].candidates == (word("Velden"),)
    del article["nominals"]
    assert "description" not in newsroom.convert(article).links, "not annotated"


def test_windows_cover_every_word_once(article):
    store = pack({"newsroom": [newsroom.convert(article)]})
    begin, words = store["begin"], len(store["shapes"])
    for limit in (24, 64, 256):
        for skip in (0, 2):
            cut = windows(begin, store.bounds(0), limit, skip)
            assert [first for first, _ in cut[1:]] == [end for _, end in cut[:-1]] and cut[0][0] == 0 and cut[-1][1] == words
            assert all(begin[end] - begin[first] + 2 <= limit or end - first == 1 for first, end in cut)


def test_viterbi_respects_transitions():
    scores = np.log(np.array([[.1, .1, .8], [.1, .2, .7], [.6, .3, .1]]))
    path = decode.viterbi(scores, labels.BIO)
    assert [labels.BIO[i] for i in path] == ["B", "I", "O"]
    assert decode.spans(path, labels.BIO) == [(0, 2, "")]


def test_slots_name_one_role():
    for kind, roles in labels.ROLES.items():
        assert len(set(roles.values())) == len(roles), kind
        assert set(roles.values()) < set(labels.SLOTS)


def test_loss_falls_and_export_agrees(tmp_path, article):
    corpora.register()
    document = newsroom.convert(article, {"minister", "man"})
    store = pack({"newsroom": [document]})
    torch.set_num_threads(1)
    model = tiny_model()
    history = Run(model, store, Stage(40_000, rate=2e-3, batch=256, seed=3), str(tmp_path / "run")).go()
    for head in ("names", "content", "trigger", "argument", "source_link", "event_place", "event_time", "description"):
        losses = [means[head] for means in history if head in means]
        assert min(losses[1:]) < 0.5 * losses[0], (head, losses)

    path = str(tmp_path / "model.onnx")
    onnx.save(build(model, int8=False), path)
    batch = collate(store, Plan.of(windows(store["begin"], store.bounds(0), 128)))
    ours, theirs = torch_runner(model)(batch), onnx_runner(path, 1)(batch)
    assert list(ours) == list(theirs) == list(label_file()["outputs"])
    for name in ours:
        assert np.abs(ours[name] - theirs[name]).max() < 1e-4, name
    onnx.save(build(model, int8=True), path)
    found = predict(onnx_runner(path, 1), [document])[0]
    best = decode.spans(decode.viterbi(found.outputs["names"], labels.NAMES), labels.NAMES)
    assert {(found.document.words[a], kind) for a, _, kind in best} >= {("Ada", "person"), ("Velden", "location")}


def test_switch_leaves_unlicensed_out(tmp_path, article):
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "train.jsonl").write_text("\n".join(json.dumps(article | {"id": c, "class": c}) for c in ("open", "unlicensed")))
    assert [d.key for d in newsroom.read(str(tmp_path), ("open",))] == ["open"]
    corpora.register()
    assert all(c.licence_class in ("open", "unlicensed") for c in corpora.CORPORA.values())


def test_marked_articles():
    from recipe.corpora import articles
    documents = list(articles.read(None, ("open",)))
    assert len(documents) > 50
    for document in documents:
        assert not set("[]{}|") & set(document.text), document.text
        assert any(mask > 1 for mask in document.labels["names"]) or document.arguments, document.text


def test_own_articles():
    rows = list(own.rows())
    assert len(rows) >= 60 and all(row["events"] and row["entities"] for row in rows)
    document = own.convert(rows[0])
    assert any(mask > 1 for mask in document.labels["names"]) and document.arguments
    with pytest.raises(own.Wrong, match="not in the text"):
        own.parse("published: 2025-01-01\n\nAda left.\n====\nquote direct\n  content [Ada stayed]\n", "x")
