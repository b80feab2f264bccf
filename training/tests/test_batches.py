"""Batches say what the documents say."""
import copy
import dataclasses

import numpy as np
import pytest
import torch

from recipe import corpora, half, labels, losses
from recipe.batches import collate, recase
from recipe.corpora import newsroom
from recipe.document import ROOT, UNKNOWN, Arguments, Document, Link
from recipe.features import CLS, SEP
from recipe.sampler import CASES, Plan, Sampler, windows
from recipe.store import Store, pack


@pytest.fixture
def documents(article):
    first, second = newsroom.convert(article, {"minister", "man"}), Document("b", "x", "Ada left. Tom said no and Ada agreed.")
    second.links["antecedent"] = [Link(4, (0, 7), None), Link(7, (0,), None)]
    second.arguments = [Arguments(1, [(0, 1, 2), (0, 2, 4)])]
    second.governor = [1, ROOT, UNKNOWN, 4, ROOT, 4, 4, 8, 4, 4]
    return [first, second]


def test_inputs_are_those_of_the_document(documents):
    store = pack({"x": documents})
    for at, document in enumerate(documents):
        start, end = store["documents"][at:at + 2]
        batch, read = collate(store, Plan.of([(start, end)])), document.features
        length = len(read.pieces) + 2
        assert batch["input_ids"][0, :length].tolist() == [CLS, *read.pieces, SEP] and batch["input_ids"][0, length:].sum() == 0
        assert batch["attention_mask"][0].sum() == length
        counts = np.diff(read.begin)
        for name, values in (("shape_ids", read.shapes), ("quote_ids", read.quotes), ("membership", read.membership.view(np.int64))):
            assert batch[name][0, :length].tolist() == [0, *np.repeat(values, counts).tolist(), 0], name
        assert (batch["word_index"][0, 1:len(document.words) + 1] == torch.from_numpy(read.begin[:-1] + 1)).all()
        for head, row in document.labels.items():
            assert batch["labels"][head][0, 1:len(row) + 1].tolist() == row, head


def test_windows_together_are_as_alone(documents):
    store = pack({"x": documents})
    cut = [w for d in range(2) for w in windows(store["begin"], store.bounds(d), 64)]
    together = collate(store, Plan.of(cut))
    for row, window in enumerate(cut):
        alone = collate(store, Plan.of([window]))
        width, words = alone["input_ids"].shape[1], alone["word_index"].shape[1]
        for name in ("input_ids", "shape_ids", "membership"):
            assert torch.equal(together[name][row, :width], alone[name][0])
        assert torch.equal(together["labels"]["names"][row, :words], alone["labels"]["names"][0])


def test_links_outside_the_window_point_to_nothing(documents):
    store = pack({"x": documents[1:]})
    b, slot, target, candidate = collate(store, Plan.of([(0, 10)]))["links"]["antecedent"]
    assert slot.tolist() == [5, 8] and [row.nonzero().flatten().tolist() for row in target] == [[1, 8], [1]]
    b, slot, target, candidate = collate(store, Plan.of([(3, 10)]))["links"]["antecedent"]
    assert slot.tolist() == [2, 5] and [row.nonzero().flatten().tolist() for row in target] == [[5], [0]]
    assert not candidate[1, 5] and candidate[1, :5].all(), "a word is not its own antecedent"


def test_earlier_triggers_only(documents):
    store = pack({"x": documents[:1]})
    _, slot, target, candidate = collate(store, Plan.of([(0, len(documents[0].words))]))["links"]["event"]
    for row in range(len(slot)):
        assert not candidate[row, slot[row]:].any() and candidate[row, 0]
        assert not (target[row] & ~candidate[row]).any()


def test_arguments_and_governors(documents):
    batch = collate(pack({"x": documents[1:]}), Plan.of([(0, 3), (3, 10)]))
    b, slot, masks = batch["arguments"]
    assert (b.tolist(), slot.tolist()) == ([0], [2]) and masks[0, :4].tolist() == [0, 6, 4, 1]
    b, slot = batch["governor"]
    assert b.tolist() == [0, 1] and slot[0, 1:4].tolist() == [2, 0, -1] and slot[1, 1:8].tolist() == [2, 0, 2, 2, 6, 2, 2]


def test_governors_choose_in_their_sentence():
    torch.manual_seed(0)
    queries, keys = torch.randn(1, 6, 8), torch.randn(1, 6, 8)
    sentence = torch.tensor([[-1, 0, 0, 1, 1, -1]])
    odds = losses.governor_scores(queries, keys, sentence).softmax(-1)
    assert odds[0, 1, 3:].max() == 0 and odds[0, 1, 1] == 0 and odds[0, 1, 0] > 0 and odds[0, 3, 4] > 0
    loss, count = losses.governing(queries, keys, sentence, (torch.tensor([0]), torch.tensor([[-1, 2, 0, -1, 3, -1]])))
    assert count == 3 and torch.isclose(loss, -(odds[0, 1, 2].log() + odds[0, 2, 0].log() + odds[0, 4, 3].log()))


def test_partial_labels_share_their_loss():
    scores = torch.tensor([[[1.0, 2.0, 0.5], [0.0, 0.0, 9.0]]], requires_grad=True)
    loss, count = losses.tagging(scores, torch.tensor([[0b011, 0]]))
    odds = scores[0, 0].softmax(-1)
    assert count == 1 and torch.isclose(loss, -(odds[0] + odds[1]).log())
    loss.backward()
    assert scores.grad[0, 1].abs().sum() == 0, "a word that is not annotated teaches nothing"


def test_divergence_is_none_of_equals():
    scores = torch.randn(3, 5)
    assert losses.divergence(scores, scores + 2, 2.0).abs().max() < 1e-6 and (losses.divergence(scores, -scores, 2.0) > 0).all()


@pytest.mark.parametrize("case, expected", [("", [0, 1, 2, 4, 8]), ("upper", [0, 3, 3, 4, 8]), ("lower", [0, 1, 1, 1, 8]), ("title", [0, 2, 2, 2, 8])])
def test_recase(case, expected):
    assert recase(np.array([[0, 1, 2, 4, 8]]), np.array([[CASES.index(case)]])).tolist() == [expected]


def test_store_on_disk_is_the_store(documents, tmp_path):
    store = pack({"newsroom": documents[:1], "gap": documents[1:]})
    store.save(str(tmp_path))
    again = Store.load(str(tmp_path))
    assert all(np.array_equal(store[name], again[name]) for name in store.arrays) and again.kinds == store.kinds and again.heads == store.heads
    assert {k: tuple(v) for k, v in again.corpora.items()} == store.corpora


def test_sampler_goes_on_where_it_stopped(documents):
    corpora.register()
    store, entries = pack({"newsroom": documents[:1], "ontogum": documents[1:]}), corpora.CORPORA
    one = Sampler(store, entries, 5, 256)
    one.batches(0.0)
    state = one.state()
    expected = [plan.first.tolist() for plan in one.batches(0.5)]
    other = Sampler(store, entries, 99, 256)
    other.restore(state)
    assert [plan.first.tolist() for plan in other.batches(0.5)] == expected
    muted = Sampler(store, {n: dataclasses.replace(e, passes=0 if n == "ontogum" else 1) for n, e in entries.items()}, 5, 256)
    muted.batches(0.0)
    assert list(muted.used) == ["newsroom"]


def test_new_event_types_are_open_elsewhere():
    from recipe.corpora.events import with_kin
    assert with_kin(["statement.accuse"]) == ["statement.accuse", "statement.praise"]
    assert with_kin(["life.die"]) == ["life.die"]
    assert set(labels.KIN) <= set(labels.EVENT_TYPES) and all(set(kin) <= set(labels.EVENT_TYPES) for kin in labels.KIN.values())


def test_half_products_are_close_to_the_whole():
    torch.manual_seed(0)
    whole = torch.nn.Linear(64, 32)
    halved = copy.deepcopy(whole)
    halved.__class__ = half.Linear
    x = torch.randn(2, 5, 64)
    outputs, gradients = [], []
    for linear in (whole, halved):
        linear.train()
        given = x.clone().requires_grad_()
        outputs.append(linear(given))
        outputs[-1].square().sum().backward()
        gradients.append((given.grad, linear.weight.grad, linear.bias.grad))
    assert torch.allclose(*outputs, atol=0.03) and outputs[1].dtype == torch.float32
    for exact, close in zip(*gradients):
        assert torch.allclose(exact, close, atol=0.03 * float(exact.abs().max()))
    assert torch.equal(halved.eval()(x), whole(x)), "exact when it does not learn"
