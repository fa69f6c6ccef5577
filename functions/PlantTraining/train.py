"""Trains the upper blocks of the plant net on cached features. Seeded and resumable: run the same command again.

    python3 train.py --photos DIR --work DIR [--views 8] [--epochs 24] [--name main] [--hold-out-sources [first|second]]

`--hold-out-sources` leaves one source of every species that has two out of training (the second, if none is named), to measure on it.
"""
import argparse
import copy
import json
import math
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional

from features import CUT, SIDE, Features
from net import PlantNet, load_backbone, normalise
from photos import Photos, to_input

SEED, WIDTH, BACKBONE = 20261123, 1.4, "mobilenet_v2_mid"
BATCH, EMA, SMOOTHING, PLAIN_SHARE = 48, 0.98, 0.1, 0.5
SOURCES = {
    "first": {("daisy", "flowers5"), ("dandelion", "flowers5"), ("sunflower", "flowers5"), ("tulip", "flowers5"), ("tulsi", "medplant"), ("shatavari", "remp")},
    "second": {("daisy", "ox17"), ("dandelion", "ox17"), ("sunflower", "ox17"), ("tulip", "ox17"), ("tulsi", "shaik"), ("shatavari", "shaik")},
}
"""The six species that two sources show. The second sources judge; the first, left out instead, are there to choose by."""


def held_by_source(photos, side="second"):
    """Which photos are of the left out source of their species."""
    return np.array([(photos.slugs[label], source) in SOURCES[side] for label, source in zip(photos.labels, photos.sources)])


def mixed(inputs, labels, random):
    """Mixup or CutMix of a batch's features with themselves: inputs, second labels, share of the first."""
    kind, order = random.random(), torch.from_numpy(random.permutation(len(labels)))
    if kind < 0.3:
        share = random.beta(0.4, 0.4)
        share = max(share, 1 - share)
        return inputs * share + inputs[order] * (1 - share), labels[order], share
    if kind < 0.45:
        size = int(round(SIDE * math.sqrt(random.uniform(0.1, 0.6))))
        top, left = random.integers(0, SIDE - size + 1, 2)
        inputs[:, :, top:top + size, left:left + size] = inputs[order][:, :, top:top + size, left:left + size]
        return inputs, labels[order], 1 - (size / SIDE) ** 2
    return inputs, labels, 1.0


def to_features(stored):
    return torch.from_numpy(np.ascontiguousarray(stored)).float().contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def evaluate(net, plain, rows):
    """Logits and embeddings of photos seen by the preprocessing contract."""
    net.eval()
    embeddings = torch.cat([net.embed(to_features(plain[rows[i:i + 64]]), CUT) for i in range(0, len(rows), 64)])
    return net.head(embeddings), embeddings


def accuracy(logits, labels, negative):
    """Top-1 and top-5 among the plants."""
    labels = torch.as_tensor(labels)
    keep = labels != negative
    logits, labels = logits[keep], labels[keep]
    top5 = logits.topk(5).indices
    return round((top5[:, 0] == labels).float().mean().item(), 4), round((top5 == labels[:, None]).any(1).float().mean().item(), 4)


class Run:
    """One training run with its checkpoint."""

    def __init__(self, options):
        self.options, self.work = options, pathlib.Path(options.work)
        self.photos = Photos(options.photos, self.work)
        self.features = Features(self.photos, self.work, WIDTH, BACKBONE, options.views, SEED)
        self.second = held_by_source(self.photos, options.hold_out_sources or "second")
        out = self.second if options.hold_out_sources else np.zeros_like(self.second)
        # Tier X shows one or few plants each: too few to train on, and just right to play the plants that the net does not know.
        self.positions = np.where(~out[self.features.rows] & (self.photos.tiers[self.features.rows] != "X"))[0]
        self.validation = np.where(self.photos.held_out & (self.photos.tiers != "X") & ~out)[0]
        torch.manual_seed(SEED)
        self.net = self._start()
        if not (self.work / f"{options.name}.pt").exists():
            self._start_head()
        self.average = copy.deepcopy(self.net).eval()
        for layer in self.net.layers[:CUT]:
            layer.requires_grad_(False)
        body = [p for layer in self.net.layers[CUT:] for p in layer.parameters()]
        self.trained = body + list(self.net.head.parameters())
        self.optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": self.net.head.parameters(), "lr": options.rate * options.head_factor}], weight_decay=options.decay)
        self.steps = len(self.positions) // BATCH * options.epochs
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)

    def _rate(self, step):
        warm = 30
        return step / warm if step < warm else 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, self.steps - warm)))

    def _start(self):
        net = load_backbone(PlantNet(WIDTH, len(self.photos.slugs), self.options.dropout), self.work / "backbone", BACKBONE)
        net.to(memory_format=torch.channels_last)
        sample = np.random.default_rng(SEED).choice(self.features.rows, 64, replace=False)
        return normalise(net, to_input(self.photos.squares[sample]))

    def _start_head(self):
        """A linear head on the backbone's own embeddings, so that the blocks are not first shaken by a random one."""
        cache = self.work / "start.npy"
        if not cache.exists():
            np.save(cache, evaluate(self.net, self.features.plain, np.arange(len(self.photos.names)))[1].numpy())
        rows = self.features.rows[self.positions]
        embeddings = torch.from_numpy(np.load(cache)[rows])
        labels, head = torch.from_numpy(self.photos.labels[rows]), self.net.head
        centre, spread = embeddings.mean(0), embeddings.std(0) + 1e-2
        inputs, linear = (embeddings - centre) / spread, torch.nn.Linear(embeddings.shape[1], len(self.photos.slugs))
        optimiser = torch.optim.AdamW(linear.parameters(), 1e-3, weight_decay=0.1)
        for _ in range(20):
            for batch in torch.randperm(len(rows)).split(256):
                loss = functional.cross_entropy(linear(inputs[batch]), labels[batch], label_smoothing=SMOOTHING)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        with torch.no_grad():
            head.weight.copy_(linear.weight / spread)
            head.bias.copy_(linear.bias - (linear.weight * (centre / spread)).sum(1))

    def _save(self, epoch):
        path = self.work / f"{self.options.name}.pt"
        torch.save({"net": self.net.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(),
                    "schedule": self.schedule.state_dict(), "epoch": epoch}, path.with_suffix(".new"))
        path.with_suffix(".new").rename(path)

    def _resume(self):
        path = self.work / f"{self.options.name}.pt"
        if not path.exists():
            return 0
        stored = torch.load(path)
        self.net.load_state_dict(stored["net"])
        self.average.load_state_dict(stored["average"])
        self.optimiser.load_state_dict(stored["optimiser"])
        self.schedule.load_state_dict(stored["schedule"])
        return stored["epoch"]

    def _batches(self, random):
        """Positions of one epoch: drawn so that rare species are seen more often than their share, less than equally."""
        labels = self.photos.labels[self.features.rows[self.positions]]
        weights = np.bincount(labels, minlength=len(self.photos.slugs))[labels] ** -0.5
        drawn = random.choice(self.positions, len(self.positions), p=weights / weights.sum())
        return [drawn[i:i + BATCH] for i in range(0, len(drawn) - BATCH + 1, BATCH)]

    def _view(self, position, random):
        """An augmented view, or as often the plain photo: strong views alone would pull the net away from what it will meet."""
        if random.random() < PLAIN_SHARE:
            return self.features.plain[self.features.rows[position]]
        return self.features.views[random.integers(len(self.features.views))][position]

    def _epoch(self, epoch):
        random = np.random.default_rng((SEED, epoch))
        torch.manual_seed(SEED + epoch)
        # Normalisation keeps the backbone's statistics: batches are small and the photos few.
        self.net.eval()
        self.net.dropout.train()
        total, batches = 0.0, self._batches(random)
        for number, positions in enumerate(batches):
            stored = np.stack([self._view(position, random) for position in positions])
            labels = torch.from_numpy(self.photos.labels[self.features.rows[positions]])
            inputs, others, share = mixed(to_features(stored), labels, random)
            logits = self.net(inputs, CUT)
            loss = share * functional.cross_entropy(logits, labels, label_smoothing=SMOOTHING) + (1 - share) * functional.cross_entropy(logits, others, label_smoothing=SMOOTHING)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.trained, 5.0)
            self.optimiser.step()
            self.schedule.step()
            with torch.no_grad():
                for slow, fast in zip(self.average.parameters(), self.net.parameters()):
                    if fast.requires_grad:
                        slow.lerp_(fast, 1 - EMA)
            total += loss.item()
            if number % 20 == 19:
                print(f"epoch {epoch + 1} step {number + 1}/{len(batches)} loss {total / (number + 1):.3f}", flush=True)
        return total / len(batches)

    def train(self):
        negative = self.photos.slugs.index("not_a_plant")
        first = self._resume()
        if first == 0:
            self._save(0)
        for epoch in range(first, self.options.epochs):
            began = time.time()
            figures = {"epoch": epoch + 1, "loss": round(self._epoch(epoch), 4)}
            sets = {"validation": self.validation} | ({"otherSources": np.where(self.second)[0]} if self.options.hold_out_sources else {})
            for name, rows in sets.items():
                figures[name] = accuracy(evaluate(self.average, self.features.plain, rows)[0], self.photos.labels[rows], negative)
            figures["seconds"] = round(time.time() - began)
            self._save(epoch + 1)
            print(json.dumps(figures), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--name", default="main")
    parser.add_argument("--views", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-factor", type=float, default=2.0)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hold-out-sources", nargs="?", const="second", choices=sorted(SOURCES))
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    Run(options).train()


if __name__ == "__main__":
    main()
