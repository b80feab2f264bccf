"""Train all heads together.

    python -m recipe.train --data DIR --base DIR --out DIR [--pieces N | --minutes M] [--corpora open] [--resume FILE]

`--pieces` is the run's length and makes it repeatable; `--minutes` ends the decay at a wall-clock limit instead.
"""
import argparse
import copy
import math
import os
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch

from . import corpora, features, tasks
from .batches import Sampler, collate, size
from .labels import TAGGERS
from .model import Model


def optimiser(model, rate):
    """Heads learn faster than the encoder; word embeddings stay as they are; no decay on norms and biases."""
    model.encoder.words.weight.requires_grad_(False)
    groups = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            new = not name.startswith("encoder") or any(table in name for table in ("shapes", "quotes", "membership"))
            groups.setdefault((4 * rate if new else rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": r, "base": r, "weight_decay": d} for (r, d), p in groups.items()], fused=True, betas=(0.9, 0.98))


def schedule(progress, warmup=0.04):
    """Linear warm-up, then a cosine to 1 %."""
    return progress / warmup if progress < warmup else 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, (progress - warmup) / (1 - warmup))))


def total_loss(scores, batch, log):
    """Sum of the tasks' losses per word of the batch."""
    words, total = batch["word_mask"].sum(), 0.0
    for task in tasks.TASKS:
        for name, weight, loss in task.losses_of(scores, batch):
            if loss is not None:
                total = total + weight * loss[0] / words
                row = log.setdefault(name, [0.0, 0])
                row[0] += loss[0].item()
                row[1] += loss[1]
    return total


def twin(model):
    """A second module over the same weights, with gradients of its own."""
    other = copy.deepcopy(model)
    for mine, theirs in zip(model.parameters(), other.parameters()):
        theirs.data = mine.data
    return other


class Feed:
    """Collated batches; the next pool is made in a thread while the last one is used. Calls come one at a time."""

    def __init__(self, sampler, drop):
        self.sampler, self.drop, self.rng = sampler, drop, np.random.default_rng(1)
        self.pool, self.ready = ThreadPoolExecutor(1), []
        self.waiting = self.pool.submit(self.make, 0.0)

    def make(self, progress):
        return [collate(b, list(TAGGERS), self.drop, self.rng) for b in self.sampler.batches(progress)]

    def next(self, progress):
        while not self.ready:
            self.ready = self.waiting.result()
            self.waiting = self.pool.submit(self.make, progress)
        return self.ready.pop()


def run(model, sampler, out, rate=2e-4, pieces=None, minutes=None, drop=0.03, save_every=600, progress=0.0, workers=1, bf16=False):
    """Trains `model` in place; writes `out`/checkpoint.pt every `save_every` seconds and at the end. -> mean losses over time

    With one worker the run is repeatable. More workers compute gradients side by side, one thread each, on slightly stale
    weights, and take turns at the optimiser: on a busy machine they lose far less than threads that wait for each other.
    """
    os.makedirs(out, exist_ok=True)
    optim, feed, lock = optimiser(model, rate), Feed(sampler, drop), threading.Lock()
    parameters = [p for p in model.parameters() if p.requires_grad]
    state = {"steps": 0, "seen": 0, "progress": progress, "saved": time.time()}
    start, offset, log, history = time.time(), progress, {}, []
    model.train()

    def work(replica):
        mine = [p for p in replica.parameters() if p.requires_grad]
        while True:
            with lock:
                spent = (time.time() - start) / 60 / minutes if minutes else state["seen"] / pieces
                state["progress"] = offset + (1 - offset) * spent
                if state["progress"] >= 1:
                    return
                batch = feed.next(state["progress"])
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                scores = replica(batch)
            total_loss({name: value.float() for name, value in scores.items()}, batch, log).backward()
            with lock:
                for shared, own in zip(parameters, mine):
                    shared.grad = own.grad
                for group in optim.param_groups:  # a resumed run starts gently
                    group["lr"] = group["base"] * schedule(state["progress"]) * min(1.0, (state["steps"] + 1) / 30)
                torch.nn.utils.clip_grad_norm_(parameters, 1.0)
                optim.step()
                for shared, own in zip(parameters, mine):
                    shared.grad = own.grad = None
                state["seen"] += int(batch["attention_mask"].sum())
                state["steps"] += 1
                if state["steps"] % 50 == 0:
                    means = {k: s / n for k, (s, n) in list(log.items())}
                    history.append(means)
                    log.clear()
                    print(f"{state['progress']:.3f} step {state['steps']} pieces {state['seen']} {state['seen'] / (time.time() - start):.0f}/s",
                          " ".join(f"{k} {v:.3f}" for k, v in means.items()), flush=True)
                if time.time() - state["saved"] > save_every:
                    save(model, out, state["progress"])
                    state["saved"] = time.time()

    threads = [threading.Thread(target=work, args=(twin(model) if workers > 1 else model,)) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    save(model, out, state["progress"])
    print("passes", {n: round(u / size(sampler.documents[n]), 2) for n, u in sampler.used.items()}, flush=True)
    return history


def save(model, out, progress):
    path = os.path.join(out, "checkpoint.pt")
    torch.save({"model": model.state_dict(), "progress": progress}, path + ".part")
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--base", required=True, help="folder with MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--out", required=True)
    parser.add_argument("--corpora", nargs="+", default=["open", "unlicensed"], choices=["open", "unlicensed"], help="licence classes to train on")
    parser.add_argument("--only", nargs="+", help="names of corpora")
    parser.add_argument("--pieces", type=float, default=8e6)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=2048, help="pieces per step")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--threads", type=int, default=2, help="threads of each worker")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="matrix products in bf16: 2.5 times as fast on CPUs with AMX, slower on others")
    parser.add_argument("--resume")
    parser.add_argument("--progress", type=float, default=0.0, help="where on the schedule to start")
    args = parser.parse_args()
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    features.start(os.path.join(args.base, "vocab.txt"))
    documents = corpora.load(args.data, args.corpora, args.only)
    for name, rows in documents.items():
        print(name, len(rows), "documents", size(rows), "pieces", flush=True)
    model = Model(tasks.groups())
    model.encoder.load_minilm(os.path.join(args.base, "model.safetensors"))
    if args.resume:
        model.load_state_dict(torch.load(args.resume)["model"])
    sampler = Sampler(documents, corpora.CORPORA, args.seed, args.batch)
    run(model, sampler, args.out, args.rate, args.pieces, args.minutes, progress=args.progress, workers=args.workers, bf16=args.bf16)


if __name__ == "__main__":
    main()
