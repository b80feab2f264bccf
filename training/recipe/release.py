"""Rebuild what is released, from `release.toml`: stages one after the other, then the export and its scores.

    python -m recipe release --config release.toml --bases DIR --work DIR (--data DIR | --store DIR) [--device cuda]
        [--scorer evaluate.py] [--minutes N]

`--bases`: folder of the published weights that the file names. `--work` keeps the store and, per stage, a checkpoint with the
optimiser's state: the same command goes on where it was stopped, by `--minutes` or by anything else. With `--store` (as
`recipe.gather` or `recipe.parcel` left it) the machine needs neither the corpora nor the service's program.
"""
import argparse
import dataclasses
import json
import os
import pickle
import time
import tomllib

import torch

from . import checkpoint, corpora, evaluate, export, features, gather, half, parcel, syntax_scores, tasks
from .model import Size
from .predict import torch_runner
from .store import Store, sha256
from .teacher import mpnet
from .train import Run, Stage, begin


@dataclasses.dataclass
class Place:
    """Where a release is built, and with what."""
    bases: str
    work: str
    device: str
    settings: dict   # of the device: batch, workers, threads, loaders, bf16, half, rate_scale, compile
    until: float     # clock time at which to stop


def stage_of(entry, place):
    """A stage of the file, as this device runs it."""
    known = {field.name for field in dataclasses.fields(Stage)}
    values = {k: v for k, v in entry.items() if k in known}
    values["batch"] = place.settings.get("batch", Stage.batch)
    values["rate"] = values.get("rate", Stage.rate) * place.settings.get("rate_scale", 1.0)
    return Stage(**values)


def model_of(entry, config, place, store):
    """The untrained model of a stage."""
    source = config["bases"][entry["base"]]
    path = os.path.join(place.bases, source["file"])
    if source.get("kind") == "mpnet":
        return mpnet(tasks.groups(), path, store.lexicon_bits)
    if source.get("sha256") and (found := sha256(path)) != source["sha256"]:
        raise SystemExit(f"{path} is not the file that release.toml names: {found}")
    sizes = {k: entry[k] for k in ("layers", "inner", "heads", "width", "group", "vocabulary", "positions") if k in entry}
    return begin(path, Size(lexicon=store.lexicon_bits, **sizes))


def run_stage(entry, config, place, store):
    """Trains a stage, unless it is done. -> its folder, and whether it is done"""
    out = os.path.join(place.work, entry["name"])
    done = os.path.join(out, "done")
    if os.path.exists(done):
        return out, True
    stage = stage_of(entry, place)
    torch.manual_seed(stage.seed)
    model, teacher = model_of(entry, config, place, store), None
    if "teacher" in entry:
        teacher = model_of(next(s for s in config["stages"] if s["name"] == entry["teacher"]), config, place, store)
        checkpoint.restore(teacher, os.path.join(place.work, entry["teacher"], "checkpoint.pt"))
    s = place.settings
    if s.get("half"):
        half.convert(model)
    run = Run(model, store, stage, out, place.device, s.get("bf16", False), s.get("loaders", 0), s.get("save_every", 300), teacher, resume=True, until=place.until)
    print(f"{entry['name']}: {stage}, from piece {run.seen}", flush=True)
    run.go(s.get("workers", 1))
    if run.progress < 1:
        return out, False
    print("passes", {n: round(u / store.pieces(n), 2) for n, u in run.stream.sampler.used.items()}, flush=True)
    with open(done, "w", encoding="utf-8") as file:
        file.write(f"{run.seen}\n")
    return out, True


def stored(config, args):
    """The store, made from the corpora where it is not given."""
    folder = args.store or os.path.join(args.work, "store")
    if args.data:
        found = gather.data_fingerprint(args.data)
        if found != config.get("data", found) and not args.other_data:
            raise SystemExit(f"the corpora are not those of release.toml: {found}")
        gather.gather(args.data, args.vocabulary, folder, config.get("classes", ["open", "unlicensed"]))
    return Store.load(folder)


def scores(model, args, device):
    """Scores on what is at hand: the scorer with the corpora, or the articles that a parcel brought."""
    run, out = torch_runner(model, device), {}
    brought = os.path.join(args.store or "", parcel.HELD)
    if args.data and args.scorer:
        features.start(args.vocabulary)
        return evaluate.score(evaluate.load_scorer(args.scorer), run, args.data, 192, ["choose", "syntax"])
    if args.store and os.path.exists(brought):
        with open(brought, "rb") as file:
            held = pickle.load(file)
        out["syntax"] = syntax_scores.scored(run, held["syntax"], 192)
        if args.scorer:
            out["choose"] = evaluate.whole_articles(evaluate.load_scorer(args.scorer), run, held["choose"], 192)
    return out


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m recipe release", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", required=True)
    parser.add_argument("--bases", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--data")
    parser.add_argument("--store")
    parser.add_argument("--vocabulary", default=os.path.join(features.ROOT, "models", "en-news", "vocab.txt"))
    parser.add_argument("--scorer")
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--minutes", type=float, help="stop then, with a checkpoint")
    parser.add_argument("--other-data", action="store_true", help="go on although the corpora are not those of the file")
    args = parser.parse_args(argv)
    with open(args.config, "rb") as file:
        config = tomllib.load(file)
    if not (args.data or args.store):
        parser.error("--data or --store")
    settings = config["device"][args.device]
    torch.set_num_threads(settings.get("threads", 1))
    corpora.register()
    place = Place(args.bases, args.work, args.device, settings, time.time() + 60 * args.minutes if args.minutes else float("inf"))
    store = stored(config, args)
    for entry in config["stages"]:
        out, done = run_stage(entry, config, place, store)
        if not done:
            print(f"{entry['name']} is not done; the same command goes on", flush=True)
            return
    model = model_of(config["stages"][-1], config, place, store)
    checkpoint.restore(model, os.path.join(out, "checkpoint.pt"))
    found = scores(model, args, args.device)
    print(json.dumps(found, indent=1), flush=True)
    target = os.path.join(args.work, "model")
    print(export.write(model, args.vocabulary, target, config["id"]))
    with open(os.path.join(target, "choose.json"), "w", encoding="utf-8") as file:
        json.dump(found, file, indent=1)


if __name__ == "__main__":
    main()
