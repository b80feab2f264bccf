"""The release command on a tiny configuration: teacher, student, resumption, export; and a parcel's way there and back."""
import json

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from recipe import checkpoint, corpora, distil, parcel, release, tasks, weights
from recipe.batches import collate
from recipe.corpora import newsroom, syntax
from recipe.labels import TAGGERS
from recipe.model import Model, Size
from recipe.sampler import Plan
from recipe.store import Store, pack
from recipe.train import Run, Stage, begin

WIDTH, INNER, PIECES = 64, 128, 256
SIZE = {"width": WIDTH, "heads": 2, "inner": INNER, "group": 64, "vocabulary": PIECES, "positions": 256}


@pytest.fixture
def base(tmp_path):
    """Weights of a BERT of two layers, random."""
    rng, layers = np.random.default_rng(0), 2
    draw = lambda *shape: rng.normal(0, 0.05, shape).astype(np.float32)  # noqa: E731
    out = {"embeddings.word_embeddings.weight": draw(PIECES, WIDTH), "embeddings.position_embeddings.weight": draw(256, WIDTH),
           "embeddings.token_type_embeddings.weight": draw(2, WIDTH), "embeddings.LayerNorm.weight": np.ones(WIDTH, np.float32),
           "embeddings.LayerNorm.bias": draw(WIDTH)}
    for i in range(layers):
        shapes = {f"attention.self.{p}": (WIDTH, WIDTH) for p in ("query", "key", "value")}
        shapes |= {"attention.output.dense": (WIDTH, WIDTH), "intermediate.dense": (INNER, WIDTH), "output.dense": (WIDTH, INNER)}
        for name, shape in shapes.items():
            out[f"encoder.layer.{i}.{name}.weight"], out[f"encoder.layer.{i}.{name}.bias"] = draw(*shape), draw(shape[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            out[f"encoder.layer.{i}.{name}.weight"], out[f"encoder.layer.{i}.{name}.bias"] = np.ones(WIDTH, np.float32), draw(WIDTH)
    path = tmp_path / "bases" / "model.safetensors"
    path.parent.mkdir()
    save_file(out, str(path))
    return str(path)


@pytest.fixture
def store(tmp_path, article):
    corpora.register()
    key, text, sentences = "ud", "Ada left Velden. Tom stayed.", [[syntax.Token(f"{i} _ _ {u} _ _ {g} {r}".split(), a, b) for i, u, g, r, a, b in (
        (1, "PROPN", 2, "nsubj", 0, 3), (2, "VERB", 0, "root", 4, 8), (3, "PROPN", 2, "obj", 9, 15), (4, "PUNCT", 2, "punct", 15, 16))]]
    folder = str(tmp_path / "store")
    pack({"newsroom": [newsroom.convert(article, {"minister", "man"})], "ud_ewt": [syntax.convert(key, "ud_ewt", text, sentences)]}).save(folder)
    return folder


def config(path, pieces=3000):
    sizes = "\n".join(f"{k} = {v}" for k, v in SIZE.items())
    path.write_text(f"""
id = "tiny/1"
[bases.tiny]
file = "model.safetensors"
[[stages]]
name = "teacher"
base = "tiny"
layers = 2
pieces = {pieces}
{sizes}
[[stages]]
name = "student"
base = "tiny"
layers = 1
pieces = {pieces}
teacher = "teacher"
distil = 0.5
words = true
passes = {{ newsroom = 1 }}
{sizes}
[device.cpu]
batch = 256
loaders = 2
""", encoding="utf-8")
    return str(path)


def test_release_builds_all_stages(tmp_path, base, store, vocabulary):
    args = ["--config", config(tmp_path / "release.toml"), "--bases", str(tmp_path / "bases"), "--work", str(tmp_path / "work"), "--store", store,
            "--vocabulary", vocabulary]
    release.main(args)
    made = tmp_path / "work" / "model"
    labels, tensors = json.loads((made / "labels.json").read_text()), load_file(str(made / "model.safetensors"))
    assert labels["id"] == "tiny/1" and "layer0.up.weight" in tensors and "layer1.up.weight" not in tensors
    assert labels["outputs"]["governor_q"] == labels["links"]["governor"]["size"] == len(tensors["heads.syntax.governor_q.bias"])
    before = (made / "model.safetensors").read_bytes()
    release.main(args)
    assert (made / "model.safetensors").read_bytes() == before, "what is done is not done again"


def test_a_stopped_run_ends_as_one_that_never_stopped(tmp_path, base, store):
    opened, stage = Store.load(store), Stage(4000, batch=256, seed=1)
    size = Size(layers=1, **SIZE)

    def run(out, steps=None):
        torch.manual_seed(3)
        run = Run(begin(base, size), opened, stage, str(tmp_path / out), resume=True)
        if steps:
            inner = run.step

            def step(own, pieces):
                inner(own, pieces)
                if run.steps == steps:
                    run.until = 0
            run.step = step
        run.go()
        return run.model
    whole = run("whole")
    run("parts", steps=5)
    resumed = run("parts")
    for (name, one), other in zip(whole.state_dict().items(), resumed.state_dict().values()):
        if "dropout" not in name:
            assert torch.allclose(one, other, atol=1e-4), name


def test_extension_keeps_labels_by_name(tmp_path):
    sizes = {**SIZE, "layers": 1}
    old = Model(tasks.groups(), Size(**sizes))
    checkpoint.write(str(tmp_path / "old.pt"), old)
    saved = torch.load(tmp_path / "old.pt", weights_only=False)
    kept = [i for i, name in enumerate(saved["labels"]["trigger"]) if name != "statement.praise"]
    saved["labels"] = saved["labels"] | {"trigger": [saved["labels"]["trigger"][i] for i in kept]}
    for kind in ("weight", "bias"):
        saved["model"][f"outputs.trigger.{kind}"] = saved["model"][f"outputs.trigger.{kind}"][kept]
        del saved["model"][f"outputs.upos.{kind}"]
    torch.save(saved, tmp_path / "old.pt")
    new = Model(tasks.groups(), Size(**sizes, lexicon=8))
    checkpoint.extend(new, str(tmp_path / "old.pt"))
    assert torch.equal(new.outputs["trigger"].weight[kept], old.outputs["trigger"].weight[kept])
    assert torch.equal(new.encoder.words.weight, old.encoder.words.weight) and new.encoder.lexicon.weight.abs().sum() == 0


def test_a_released_model_can_be_started_from(tmp_path):
    old, new = (Model(tasks.groups(), Size(**{**SIZE, "layers": 1})) for _ in range(2))
    weights.write(old, str(tmp_path / "model.safetensors"))
    (tmp_path / "labels.json").write_text(json.dumps({"taggers": TAGGERS}))
    checkpoint.extend(new, str(tmp_path))
    for (name, one), other in zip(old.state_dict().items(), new.state_dict().values()):
        assert (one - other).abs().max() <= one.abs().max() / weights.LINEAR_MOST, name


def test_a_student_that_is_its_teacher_has_nothing_to_learn(store):
    opened = Store.load(store)
    batch = collate(opened, Plan.of([(0, 12), (12, 20)]))
    model = Model(tasks.groups(), Size(layers=1, **SIZE)).eval()
    scores = model(batch)
    assert distil.total(scores, scores, batch).abs() < 1e-5
    other = {name: value + torch.randn_like(value) for name, value in scores.items()}
    assert distil.total(other, scores, batch) > 0.01


def test_narrow_layers_keep_the_heaviest_neurons(base):
    model = begin(base, Size(layers=1, **(SIZE | {"inner": 64})))
    whole = begin(base, Size(layers=1, **SIZE))
    rows = {tuple(row.tolist()) for row in whole.encoder.layers[0].up.weight}
    assert all(tuple(row.tolist()) in rows for row in model.encoder.layers[0].up.weight)


def test_mpnet_reads_our_pieces(tmp_path, store):
    transformers = pytest.importorskip("transformers")
    from recipe.teacher import mpnet
    transformers.MPNetConfig(vocab_size=300, hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64).save_pretrained(tmp_path)
    model = mpnet(tasks.groups(), str(tmp_path), trained=False).eval()
    batch = collate(Store.load(store), Plan.of([(0, 12), (12, 16)]))
    alone = model(collate(Store.load(store), Plan.of([(12, 16)])))
    assert torch.allclose(model(batch)["names"][1, :5], alone["names"][0, :5], atol=1e-5), "padding takes no part"


def test_parcel_comes_back_whole(tmp_path, store, monkeypatch):
    monkeypatch.setattr(parcel, "held", lambda data: {"choose": [], "syntax": {}})
    monkeypatch.setattr(parcel, "PART", 500)
    monkeypatch.setattr(parcel.features, "start", lambda path: None)
    parcel.pack(store, "", "", str(tmp_path / "parts"))
    parts = [str(p) for p in (tmp_path / "parts").iterdir()]
    assert len(parts) > 2
    parcel.join(parts, str(tmp_path / "whole"))
    parcel.unpack(str(tmp_path / "whole"), str(tmp_path / "again"))
    one, other = Store.load(store), Store.load(str(tmp_path / "again"))
    assert all(np.array_equal(one[name], other[name]) for name in one.arrays) and (tmp_path / "again" / parcel.HELD).exists()
