"""Fits temperature, thresholds and the weight of reference photos on the validation quarter, and measures everything on it.

    python3 calibrate.py --photos DIR --work DIR [--name main]

Writes `<name>.calibration.json` into the work folder. No photo that is used here was trained on.
"""
import argparse
import json
import math
import pathlib

import numpy as np
import torch
from torch.nn import functional

from features import Features
from net import PlantNet
from photos import Photos
from train import BACKBONE, SEED, WIDTH, evaluate

NEAREST, MARGIN, CENTRE_PHOTOS, RIGHT = 3, 0.1, 600, 0.971


def wilson(right, count):
    """A share with its 95% interval (Wilson)."""
    if count == 0:
        return None
    z, share = 1.96, right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return {"share": round(share, 4), "low": round(max(0.0, middle - half), 4), "high": round(min(1.0, middle + half), 4), "count": int(count)}


def share(mask):
    return wilson(int(mask.sum()), len(mask))


class Model:
    """A trained net's answers for every photo of the data set: logits over the shipped classes, and centred embeddings."""

    def __init__(self, photos_folder, work, name):
        self.work = pathlib.Path(work)
        self.photos = Photos(photos_folder, work)
        features = Features(self.photos, work, WIDTH, BACKBONE, 0, SEED)
        self.net = PlantNet(WIDTH, len(self.photos.slugs)).eval().to(memory_format=torch.channels_last)
        self.net.load_state_dict(torch.load(self.work / f"{name}.pt")["average"])
        self.columns = [index for index, row in enumerate(self.photos.species) if row["tier"] != "X"]
        self.labels = [self.photos.slugs[index] for index in self.columns]
        trained = np.where(~self.photos.held_out & (self.photos.tiers != "X"))[0]
        # The centre needs no more than a sample of what was trained on; the rest of that is never measured.
        sample = np.random.default_rng(SEED).choice(trained, CENTRE_PHOTOS, replace=False)
        self.rows = np.concatenate([np.where(self.photos.held_out & (self.photos.tiers != "X"))[0], np.where(self.photos.tiers == "X")[0], sample])
        logits, embeddings = self._answers(features, name)
        self.logits = torch.full((len(self.photos.names), len(self.columns)), math.nan)
        self.logits[self.rows] = logits[:, self.columns]
        self.centre = embeddings[-CENTRE_PHOTOS:].mean(0)
        self.embeddings = torch.zeros(len(self.photos.names), embeddings.shape[1])
        self.embeddings[self.rows] = functional.normalize(embeddings - self.centre)
        place = {label: index for index, label in enumerate(self.columns)}
        self.targets = np.array([place.get(label, -1) for label in self.photos.labels])
        self.negative = self.labels.index("not_a_plant")

    def _answers(self, features, name):
        """Logits and embeddings of the rows; the embeddings are there already when the head was fitted on them."""
        known = self.work / f"{name}.embeddings.pt"
        if not known.exists():
            return evaluate(self.net, features.plain, self.rows)
        embeddings = torch.load(known)[self.rows]
        with torch.no_grad():
            return self.net.head(embeddings), embeddings


def fit_temperature(logits, targets):
    grid = np.linspace(0.3, 2.5, 111)
    losses = [functional.cross_entropy(logits / value, targets).item() for value in grid]
    return float(grid[int(np.argmin(losses))])


def answers(probabilities, negative):
    """The likeliest species of each photo, its probability, its lead, and the probability of 'not a plant'."""
    plants = probabilities.copy()
    plants[:, negative] = -1
    order = np.argsort(-plants, 1)
    best = np.take_along_axis(plants, order, 1)
    return order, best[:, 0], best[:, 0] - best[:, 1], probabilities[:, negative]


def fit_thresholds(probabilities, targets, unknown, negative):
    """The lowest threshold that is right often enough, names few plants that the net does not know, and leaves non-plants unnamed."""
    order, best, lead, empty = answers(probabilities, negative)
    plant = targets != negative
    not_plant = float(np.clip(np.quantile(empty[~plant], 0.03), 0.05, 0.9))
    _, unknown_best, _, unknown_empty = answers(unknown, negative)
    for level in np.linspace(0.4, 0.95, 111):
        named = (best >= level) & (lead >= MARGIN) & (empty < not_plant)
        right = (order[:, 0] == targets)[named & plant].mean()
        strangers = np.mean((unknown_best >= level) & (unknown_empty < not_plant))
        if right >= RIGHT and np.mean(named[~plant]) <= 0.005 and strangers <= 0.06:
            break
    print("plants refused", round(float(np.mean(empty[plant] >= not_plant)), 4))
    return {"identify": round(float(level), 3), "margin": MARGIN, "notAPlant": round(float(not_plant), 3), "genus": 0.6}


def similarity(embeddings, references):
    return (embeddings @ references.T).topk(NEAREST, 1).values.mean(1).numpy()


def fit_prototypes(model, probabilities, rows, random):
    """Even and spread, from species that the net was never trained on: they shall come in, and known species shall not go out."""
    photos = model.photos
    strangers = [index for index, row in enumerate(photos.species) if row["tier"] == "X"]
    references = {s: random.permutation(np.where(photos.labels == s)[0])[:10] for s in strangers}
    probes = {s: np.setdiff1d(np.where(photos.labels == s)[0], references[s]) for s in strangers}
    known = np.stack([similarity(model.embeddings[rows], model.embeddings[references[s]]) for s in strangers], 1)
    own = np.concatenate([similarity(model.embeddings[probes[s]], model.embeddings[references[s]]) for s in strangers])
    # Even lies where one known photo in two hundred would be as close to a stranger's references; the spread spans the overlap.
    even = float(np.quantile(known.max(1), 0.995))
    spread = float(max(0.03, (np.median(own) - even) / 3))
    rule = {"even": round(even, 4), "spread": round(spread, 4)}
    return rule, measure_prototypes(model, probabilities, rows, references, probes, rule)


def measure_prototypes(model, probabilities, rows, references, probes, rule):
    species = list(references)

    def joined(selected, base):
        odds = np.stack([np.minimum(50, np.exp((similarity(model.embeddings[selected], model.embeddings[references[s]]) - rule["even"]) / rule["spread"])) for s in species], 1)
        whole = 1 + odds.sum(1, keepdims=True)
        return np.concatenate([base / whole, odds / whole], 1)

    size = probabilities.shape[1]
    found = []
    for place, s in enumerate(species):
        base = torch.softmax(model.logits[probes[s]] / model.temperature, 1).numpy()
        base[:, model.negative] = 0
        ranks = np.argsort(-joined(probes[s], base), 1)[:, :5]
        found.append((ranks == size + place).any(1))
    plant = model.targets[rows] != model.negative
    base = probabilities[plant].copy()
    base[:, model.negative] = 0
    before = base.argmax(1) == model.targets[rows][plant]
    after = joined(rows[plant], base).argmax(1) == model.targets[rows][plant]
    return {"unseenInTop5": share(np.concatenate(found)), "knownTop1Loss": round(float(before.mean() - after.mean()), 4)}


def measure(model, rows, probabilities, unknown, thresholds):
    """Every figure of the model card on a set of rows."""
    targets, tiers = model.targets[rows], model.photos.tiers[rows]
    order, best, lead, empty = answers(probabilities, model.negative)
    plant, first = targets != model.negative, order[:, 0] == targets
    top5 = (order[:, :5] == targets[:, None]).any(1)
    refused = empty >= thresholds["notAPlant"]
    named = (best >= thresholds["identify"]) & (lead >= thresholds["margin"]) & ~refused
    classes = {model.labels[c]: share(first[plant & (targets == c)]) for c in np.unique(targets[plant])}
    result = {"top1": share(first[plant]), "top5": share(top5[plant]),
              "macroTop1": round(float(np.mean([c["share"] for c in classes.values()])), 4),
              "answered": share(named[plant]), "answeredRight": share(first[plant & named]), "classes": classes}
    for tier in "AB":
        if (tiers == tier).any():
            result[f"tier{tier}Top1"], result[f"tier{tier}Top5"] = share(first[tiers == tier]), share(top5[tiers == tier])
    if (~plant).any():
        result["notAPlantRefused"], result["notAPlantNamed"] = share(refused[~plant]), share(named[~plant])
    if unknown is not None:
        _, unknown_best, unknown_lead, unknown_empty = answers(unknown, model.negative)
        strangers = (unknown_best >= thresholds["identify"]) & (unknown_lead >= thresholds["margin"]) & (unknown_empty < thresholds["notAPlant"])
        result["unknownPlantsNamed"] = share(strangers)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--name", default="main")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = Model(options.photos, options.work, options.name)
    rows = np.where(model.photos.held_out & (model.photos.tiers != "X"))[0]
    model.temperature = fit_temperature(model.logits[rows], torch.from_numpy(model.targets[rows]))
    probabilities = torch.softmax(model.logits / model.temperature, 1).numpy()
    strangers = probabilities[model.photos.tiers == "X"]
    thresholds = fit_thresholds(probabilities[rows], model.targets[rows], strangers, model.negative)
    rule, prototypes = fit_prototypes(model, probabilities[rows], rows, np.random.default_rng(SEED))
    result = {"temperature": model.temperature, "thresholds": thresholds, "prototypes": rule,
              "figures": measure(model, rows, probabilities[rows], strangers, thresholds) | prototypes}
    (model.work / f"{options.name}.calibration.json").write_text(json.dumps(result, indent=1))
    print(json.dumps({key: value for key, value in result["figures"].items() if key != "classes"} | {"temperature": model.temperature, "thresholds": thresholds, "rule": rule}, indent=1))


if __name__ == "__main__":
    main()
