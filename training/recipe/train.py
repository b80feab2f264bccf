"""One stage of training: all heads together, from published weights or from a checkpoint.

    python -m recipe.train --store DIR --base FILE --out DIR [--pieces N] [--resume] [--device cuda --bf16]

The store is written by `python -m recipe.gather`. Checkpoints hold the weights, the optimiser's state and the sampler's place:
`--resume` goes on from `out`/checkpoint.pt as if the run had never stopped.
"""
import argparse
import copy
import dataclasses
import math
import os
import threading
import time

import numpy as np
import torch
from torch.utils.data import DataLoader

from . import checkpoint, corpora, distil, half, tasks
from .batches import arrays, move, tensors
from .model import Model, Size
from .sampler import Sampler
from .store import Store

FEATURES = ("shapes", "quotes", "membership", "lexicon")  # tables of the encoder that start from nothing


@dataclasses.dataclass
class Stage:
    """What a stage does. `words`: whether word embeddings learn too. `passes`: {corpus: wanted passes} where they differ from
    the registry's; `distil`: weight of the teacher's word beside the gold labels."""
    pieces: int
    rate: float = 2e-4
    batch: int = 2048
    seed: int = 13
    words: bool = False
    drop: float = 0.03
    noise: float = 0.12
    passes: dict = dataclasses.field(default_factory=dict)
    only: list | None = None
    distil: float = 0.0


def optimiser(model, stage):
    """Heads learn faster than the encoder; no decay on norms and biases."""
    model.encoder.words.weight.requires_grad_(stage.words)
    groups = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            new = not name.startswith("encoder") or any(table in name for table in FEATURES)
            groups.setdefault((4 * stage.rate if new else stage.rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": r, "base": r, "weight_decay": d} for (r, d), p in groups.items()], fused=True, betas=(0.9, 0.98))


def schedule(progress, warmup=0.04):
    """Linear warm-up, then a cosine to 1 %."""
    return progress / warmup if progress < warmup else 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, (progress - warmup) / (1 - warmup))))


def total_loss(scores, batch, log):
    """Sum of the tasks' losses per word of the batch. `log`: {name: [sum, items]}, kept on the device."""
    words, total = batch["word_mask"].sum(), 0.0
    for task in tasks.TASKS:
        for name, weight, (loss, count) in task.losses_of(scores, batch):
            total = total + weight * loss / words
            row = log.setdefault(name, [0.0, 0])
            row[0], row[1] = row[0] + loss.detach(), row[1] + count
    return total


def means(log):
    return {name: float(loss) / max(1, int(count)) for name, (loss, count) in log.items()}


def twin(model):
    """A second module over the same weights, with gradients of its own."""
    other = copy.deepcopy(model)
    for mine, theirs in zip(model.parameters(), other.parameters()):
        theirs.data = mine.data
    return other


class Stream:
    """Plans of batches without end; `progress` is set from outside. Remembers the sampler's state before each pool, so that a
    checkpoint can say where the last batch stood."""

    def __init__(self, sampler, resumed=None):
        self.sampler, self.progress, self.kept, self.skip = sampler, 0.0, {}, None
        if resumed:
            sampler.restore(resumed["state"])
            self.progress, self.skip = resumed["progress"], (resumed["pool"], resumed["place"])

    def __iter__(self):
        while True:
            self.kept[self.sampler.pools] = (self.sampler.state(), self.progress)
            for plan in self.sampler.batches(self.progress):
                if not self.skip or (plan.pool, plan.place) > self.skip:
                    yield plan

    def place(self, pool, place):
        """What `resumed` needs to go on after this batch."""
        for old in [key for key in self.kept if key < pool]:
            del self.kept[old]
        state, progress = self.kept[pool]
        return {"state": state, "progress": progress, "pool": pool, "place": place}


class Collated(torch.utils.data.Dataset):
    """Plan -> batch, with the same masked words wherever it is made."""

    def __init__(self, store, stage):
        self.store, self.stage = store, stage

    def __getitem__(self, plan):
        rng = np.random.default_rng((self.stage.seed, plan.pool, plan.place))
        return plan.pool, plan.place, arrays(self.store, plan, self.stage.drop, rng)


def as_it_is(item):
    return item


def feed(store, stage, stream, loaders):
    """Batches as arrays. `loaders`: processes that make them; 0 for none."""
    ahead = {"prefetch_factor": 4, "persistent_workers": True} if loaders else {}
    return iter(DataLoader(Collated(store, stage), sampler=stream, batch_size=None, num_workers=loaders, collate_fn=as_it_is, **ahead))


class Run:
    """A run's moving parts. More than one worker compute gradients side by side, one thread each, on slightly stale weights,
    and take turns at the optimiser: on a busy machine they lose far less than threads that wait for each other, but the run
    is not repeatable."""

    def __init__(self, model, store, stage, out, device="cpu", bf16=False, loaders=0, save_every=300, teacher=None, resume=False, until=None):
        self.model, self.stage, self.out, self.device, self.bf16, self.save_every = model.to(device), stage, out, device, bf16, save_every
        self.teacher = teacher.to(device).eval() if teacher else None
        self.optim, self.seen, self.steps, self.resumed_at = optimiser(model, stage), 0, 0, 0
        self.until = until or math.inf  # a clock time at which to stop, as time.time() counts
        os.makedirs(out, exist_ok=True)
        saved = torch.load(self.path, map_location=device, weights_only=False) if resume and os.path.exists(self.path) else None
        if saved:
            model.load_state_dict(saved["model"])
            self.optim.load_state_dict(saved["optimiser"])
            self.seen, self.steps, self.resumed_at = saved["seen"], saved["steps"], saved["seen"]
        entries = {n: dataclasses.replace(c, passes=stage.passes.get(n, c.passes)) for n, c in corpora.CORPORA.items() if not stage.only or n in stage.only}
        self.stream = Stream(Sampler(store, entries, stage.seed, stage.batch, stage.noise), saved and saved["place"])
        self.batches, self.log, self.history = feed(store, stage, self.stream, loaders), {}, []
        self.lock, self.start, self.saved = threading.Lock(), time.time(), time.time()
        self.parameters = [p for p in model.parameters() if p.requires_grad]

    @property
    def path(self):
        return os.path.join(self.out, "checkpoint.pt")

    @property
    def progress(self):
        return self.seen / self.stage.pieces

    def go(self, workers=1):
        """-> mean losses over time"""
        self.model.train()
        threads = [threading.Thread(target=self.work, args=(twin(self.model),)) for _ in range(workers)] if workers > 1 else []
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if not threads:
            self.work(self.model)
        self.save()
        return self.history

    def work(self, replica):
        own = [p for p in replica.parameters() if p.requires_grad]
        while True:
            with self.lock:
                if self.progress >= 1 or time.time() > self.until:
                    return
                self.stream.progress = self.progress
                pool, place, batch = next(self.batches)
                pieces = int(batch["attention_mask"].sum())
                torch.manual_seed(self.stage.seed * 1_000_003 + self.steps)  # dropout's, so that a resumed run is the same
            self.loss(replica, move(tensors(batch), self.device)).backward()
            with self.lock:
                self.step(own, pieces)
                self.where = (pool, place)
                if time.time() - self.saved > self.save_every:
                    self.save()

    def loss(self, replica, batch):
        with torch.autocast(self.device, torch.bfloat16, enabled=self.bf16):
            scores = replica(batch)
            if self.teacher:
                with torch.no_grad():
                    taught = self.teacher(batch)
        scores = {name: value.float() for name, value in scores.items()}
        loss = total_loss(scores, batch, self.log)
        if self.teacher:
            loss = loss + self.stage.distil * distil.total(scores, {name: value.float() for name, value in taught.items()}, batch)
        return loss

    def step(self, own, pieces):
        for shared, mine in zip(self.parameters, own):
            shared.grad = mine.grad
        for group in self.optim.param_groups:
            group["lr"] = group["base"] * schedule(self.progress)
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optim.step()
        for shared, mine in zip(self.parameters, own):
            shared.grad = mine.grad = None
        self.seen += pieces
        self.steps += 1
        if self.steps % 50 == 0:
            self.tell()

    def tell(self):
        found = means(self.log)
        self.history.append(found)
        self.log.clear()
        rate = (self.seen - self.resumed_at) / (time.time() - self.start)
        print(f"{self.progress:.3f} step {self.steps} pieces {self.seen} {rate:.0f}/s", " ".join(f"{k} {v:.3f}" for k, v in found.items()), flush=True)

    def save(self):
        if not self.steps or self.seen == self.resumed_at:
            return
        checkpoint.write(self.path, self.model, optimiser=self.optim.state_dict(), seen=self.seen, steps=self.steps,
                         place=self.stream.place(*self.where), stage=dataclasses.asdict(self.stage))
        self.saved = time.time()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", required=True, help="folder that recipe.gather wrote")
    parser.add_argument("--base", required=True, help="model.safetensors of a published BERT, or a checkpoint (.pt)")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--inner", type=int, default=1536)
    parser.add_argument("--no-lexicon", action="store_true", help="without the lexicon's bits as an input")
    parser.add_argument("--only", nargs="+", help="names of corpora")
    parser.add_argument("--words", action="store_true", help="word embeddings learn too")
    parser.add_argument("--pieces", type=float, default=8e6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=2048, help="pieces per step")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--threads", type=int, default=1, help="threads of each worker")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--bf16", action="store_true", help="on GPUs, and on CPUs with AMX; slower on others")
    parser.add_argument("--half", action="store_true", help="linear layers multiply in bf16: on CPUs with AVX-512 BF16")
    parser.add_argument("--loaders", type=int, default=0, help="processes that make batches")
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    corpora.register()
    store = Store.load(args.store)
    stage = Stage(int(args.pieces), args.rate, args.batch, args.seed, args.words, only=args.only)
    model = begin(args.base, Size(layers=args.layers, inner=args.inner, lexicon=0 if args.no_lexicon else store.lexicon_bits))
    if args.half:
        half.convert(model)
    run = Run(model, store, stage, args.out, args.device, args.bf16, args.loaders, resume=args.resume)
    run.go(args.workers)
    print("passes", {n: round(u / store.pieces(n), 2) for n, u in run.stream.sampler.used.items()}, flush=True)


def begin(base, size):
    """A model of that size from published weights, or from a checkpoint or released model, whose labels and inputs may be fewer."""
    model = Model(tasks.groups(), size)
    if base.endswith(".pt") or os.path.isdir(base):
        checkpoint.extend(model, base)
    else:
        model.encoder.load_bert(base)
    return model


if __name__ == "__main__":
    main()
