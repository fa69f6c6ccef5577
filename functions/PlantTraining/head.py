"""Fits the shipped head on the finished blocks, and lets every photo that is measured be judged by a head that never saw it.

    python3 head.py --photos DIR --work DIR --name FROM --out TO [--left-out first|second]

Three linear heads are averaged, each brought to the same spread of logits: the one trained with the blocks, one fitted on photos and their mirror
images, and one fitted without the directions in which sources differ, which is the weakest within a source and the best across sources. Mirror
images serve the fit alone: the product looks at a photo once.

The blocks have seen neither the validation quarter nor the second sources (`train.py --hold-out-sources`), so their photos are as new to them as a
customer's. The shipped head is fitted on all photos. What is measured comes from heads that left out what they are measured on: a fifth of the
validation quarter in turn, or all second sources at once.
"""
import argparse
import pathlib
import zlib

import numpy as np
import torch
from torch.nn import functional

from features import Features, compute, open_features
from net import PlantNet
from photos import Photos
from train import BACKBONE, SEED, SOURCES, WIDTH, accuracy, evaluate, held_by_source

EPOCHS, RATE, DECAY, DROPOUT, SMOOTHING = 30, 1e-3, 0.15, 0.3, 0.05
FOLDS = 5


def fold_of(name):
    """The fifth of the validation quarter that a photo belongs to, by a hash of its name."""
    return zlib.crc32(name.encode()) // 4 % FOLDS


def fit(embeddings, labels, classes):
    """A linear head as weight and bias."""
    torch.manual_seed(SEED)
    centre, spread = embeddings.mean(0), embeddings.std(0) + 1e-2
    inputs, linear = (embeddings - centre) / spread, torch.nn.Linear(embeddings.shape[1], classes)
    optimiser = torch.optim.AdamW(linear.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(labels)).split(256):
            # Dropout of whole features keeps the fit from leaning on the few that tell the sources apart.
            loss = functional.cross_entropy(linear(functional.dropout(inputs[batch], DROPOUT)), labels[batch], label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    with torch.no_grad():
        return linear.weight / spread, linear.bias - (linear.weight * (centre / spread)).sum(1)


def source_directions(embeddings, labels, sources):
    """An orthonormal basis of how sources differ: the mean over each source's species, so that no species weighs more for having more photos."""
    means = []
    for source in np.unique(sources):
        here = sources == source
        means.append(torch.stack([embeddings[here & (labels == label)].mean(0) for label in np.unique(labels[here])]).mean(0))
    centred = torch.stack(means) - torch.stack(means).mean(0)
    return torch.linalg.svd(centred, full_matrices=False)[2][:len(means) - 1]


class Heads:
    """Embeddings of every photo and mirror image, and heads fitted on any rows of them."""

    def __init__(self, photos, work, name):
        self.photos, self.work = photos, work
        self.state = torch.load(work / f"{name}.pt")["average"]
        self.net = PlantNet(WIDTH, len(photos.slugs)).eval().to(memory_format=torch.channels_last)
        self.net.load_state_dict(self.state)
        cache = work / f"{name}.mirrored.pt"
        if not cache.exists():
            torch.save(self._embeddings(), cache)
        self.plain, self.mirrored = torch.load(cache)
        self.mean = (self.plain + self.mirrored) / 2
        self.labels = torch.from_numpy(photos.labels)

    def _embeddings(self):
        everything, count = np.arange(len(self.photos.names)), len(self.photos.names)
        plain = Features(self.photos, self.work, WIDTH, BACKBONE, 0, SEED).plain
        compute(self.work / "lower.onnx", (square[:, ::-1] for square in self.photos.squares), count, self.work / "mirrored.f16", pathlib.Path(__file__).with_name("lower.mjs"))
        return tuple(evaluate(self.net, stored, everything)[1] for stored in (plain, open_features(self.work / "mirrored.f16", count)))

    def fitted(self, rows):
        """The averaged head of some rows."""
        classes, labels = len(self.photos.slugs), self.labels[rows]
        both = torch.cat([self.plain[rows], self.mirrored[rows]])
        directions = source_directions(self.mean[rows], self.photos.labels[rows], self.photos.sources[rows])
        free = both - both @ directions.T @ directions
        trained = self.state["head.weight"], self.state["head.bias"]
        plain = fit(both, torch.cat([labels, labels]), classes)
        weight, bias = fit(free, torch.cat([labels, labels]), classes)
        with torch.no_grad():
            # The projection moves into the weights, so that one head remains.
            across = weight - weight @ directions.T @ directions, bias
            within = self._joined(rows, trained, plain)
            return self._joined(rows, within, across)

    def _joined(self, rows, first, second):
        scales = [1 / (2 * (self.plain[rows] @ weight.T + bias).std()) for weight, bias in (first, second)]
        return tuple(scales[0] * a + scales[1] * b for a, b in zip(first, second))

    def logits(self, head, rows):
        with torch.no_grad():
            return self.plain[rows] @ head[0].T + head[1]


def main():
    parser = argparse.ArgumentParser()
    for option in ("--photos", "--work", "--name", "--out"):
        parser.add_argument(option, required=True)
    parser.add_argument("--left-out", choices=sorted(SOURCES), default="second")
    options = parser.parse_args()
    torch.set_num_threads(1)
    work = pathlib.Path(options.work)
    photos = Photos(options.photos, work)
    heads = Heads(photos, work, options.name)
    known, second = photos.tiers != "X", held_by_source(photos, options.left_out)
    negative = photos.slugs.index("not_a_plant")
    folds = np.array([fold_of(name) for name in photos.names])
    everything = heads.fitted(np.where(known)[0])
    scores = heads.logits(everything, np.arange(len(photos.names)))
    judged = photos.held_out & known & ~second
    for fold in range(FOLDS):
        left_out = judged & (folds == fold)
        scores[left_out] = heads.logits(heads.fitted(np.where(known & ~left_out)[0]), np.where(left_out)[0])
    print("validation quarter", accuracy(scores[judged], photos.labels[judged], negative), flush=True)
    others = heads.logits(heads.fitted(np.where(known & ~second)[0]), np.where(second)[0])
    print("other sources", accuracy(others, photos.labels[second], negative), flush=True)
    heads.state["head.weight"], heads.state["head.bias"] = everything
    torch.save({"average": heads.state}, work / f"{options.out}.pt")
    torch.save({"logits": scores, "others": others, "embeddings": heads.plain}, work / f"{options.out}.scores.pt")


if __name__ == "__main__":
    main()
