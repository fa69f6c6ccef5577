"""Fits temperature, thresholds and the weight of reference photos on the validation quarter, and measures everything.

    python3 calibrate.py --photos DIR --work DIR [--name final] [--left-out first|second]

Writes `<name>.calibration.json` into the work folder. Every photo is judged by a head (`head.py`), a temperature and thresholds that were fitted
without it; the second sources' photos by ones that saw none of their source.
"""
import argparse
import json
import math
import pathlib

import numpy as np
import torch
from torch.nn import functional

from head import FOLDS, fold_of
from net import PlantNet
from photos import Photos
from train import SEED, SOURCES, WIDTH, held_by_source

NEAREST, MARGIN, RIGHT, ANSWERED = 3, 0.1, 0.985, 0.68


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
    """A trained net's answers for every photo that is measured, none of which its head had seen: logits over the shipped classes, centred embeddings."""

    def __init__(self, photos_folder, work, name, left_out="second"):
        self.work = pathlib.Path(work)
        self.photos = Photos(photos_folder, work)
        self.net = PlantNet(WIDTH, len(self.photos.slugs)).eval().to(memory_format=torch.channels_last)
        self.net.load_state_dict(torch.load(self.work / f"{name}.pt")["average"])
        self.columns = [index for index, row in enumerate(self.photos.species) if row["tier"] != "X"]
        self.labels = [self.photos.slugs[index] for index in self.columns]
        scores = torch.load(self.work / f"{name}.scores.pt")
        self.logits, self.others = scores["logits"][:, self.columns], scores["others"][:, self.columns]
        self.second = held_by_source(self.photos, left_out)
        self.rows = np.where(self.photos.held_out & (self.photos.tiers != "X") & ~self.second)[0]
        self.centre = scores["embeddings"][np.where(~self.photos.held_out & (self.photos.tiers != "X"))[0]].mean(0)
        self.embeddings = functional.normalize(scores["embeddings"] - self.centre)
        place = {label: index for index, label in enumerate(self.columns)}
        self.targets = np.array([place.get(label, -1) for label in self.photos.labels])
        self.negative = self.labels.index("not_a_plant")


def fit_temperature(logits, targets):
    grid = np.geomspace(0.02, 3, 160)
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
    """The highest threshold at which most photos still get a name: confidence is too high on photos from other sources, so what can be spared is. It
    must be right often enough, name few plants that the net does not know, and leave non-plants unnamed; where it is not, higher ones are tried."""
    order, best, lead, empty = answers(probabilities, negative)
    plant = targets != negative
    not_plant = float(np.clip(np.quantile(empty[~plant], 0.03), 0.05, 0.9))
    _, unknown_best, _, unknown_empty = answers(unknown, negative)
    enough = float(np.quantile(np.where(empty[plant] < not_plant, best[plant], 0), 1 - ANSWERED))
    for level in np.linspace(enough, 0.999, 50):
        named = (best >= level) & (lead >= MARGIN) & (empty < not_plant)
        right = (order[:, 0] == targets)[named & plant].mean()
        strangers = np.mean((unknown_best >= level) & (unknown_empty < not_plant))
        if right >= RIGHT and np.mean(named[~plant]) <= 0.005 and strangers <= 0.06:
            break
    return {"identify": round(float(level), 4), "margin": MARGIN, "notAPlant": round(float(not_plant), 3), "genus": 0.6}


def similarity(embeddings, references):
    return (embeddings @ references.T).topk(NEAREST, 1).values.mean(1).numpy()


def fit_prototypes(model, probabilities, random):
    """Even and spread, from species that the net was never trained on: they shall come in, and known species shall not go out."""
    photos, rows = model.photos, model.rows
    strangers = [index for index, row in enumerate(photos.species) if row["tier"] == "X"]
    references = {s: random.permutation(np.where(photos.labels == s)[0])[:10] for s in strangers}
    probes = {s: np.setdiff1d(np.where(photos.labels == s)[0], references[s]) for s in strangers}
    known = np.stack([similarity(model.embeddings[rows], model.embeddings[references[s]]) for s in strangers], 1)
    own = np.concatenate([similarity(model.embeddings[probes[s]], model.embeddings[references[s]]) for s in strangers])
    # Even lies where one known photo in two hundred would be as close to a stranger's references; the spread spans the overlap.
    even = float(np.quantile(known.max(1), 0.995))
    spread = float(max(0.03, (np.median(own) - even) / 3))
    rule = {"even": round(even, 4), "spread": round(spread, 4)}
    return rule, measure_prototypes(model, probabilities, references, probes, rule)


def measure_prototypes(model, probabilities, references, probes, rule):
    species, rows = list(references), model.rows

    def joined(selected, base):
        odds = np.stack([np.minimum(50, np.exp((similarity(model.embeddings[selected], model.embeddings[references[s]]) - rule["even"]) / rule["spread"])) for s in species], 1)
        whole = 1 + odds.sum(1, keepdims=True)
        return np.concatenate([base / whole, odds / whole], 1)

    size = probabilities.shape[1]
    found = []
    for place, s in enumerate(species):
        base = probabilities[probes[s]].copy()
        base[:, model.negative] = 0
        ranks = np.argsort(-joined(probes[s], base), 1)[:, :5]
        found.append((ranks == size + place).any(1))
    plant = model.targets[rows] != model.negative
    base = probabilities[rows[plant]].copy()
    base[:, model.negative] = 0
    before = base.argmax(1) == model.targets[rows][plant]
    after = joined(rows[plant], base).argmax(1) == model.targets[rows][plant]
    return {"unseenInTop5": share(np.concatenate(found)), "knownTop1Loss": round(float(before.mean() - after.mean()), 4)}


def fitted(logits, targets, strangers, negative):
    """Temperature and thresholds of some photos; `strangers` are logits of plants that the net does not know."""
    temperature = fit_temperature(logits, torch.from_numpy(targets))
    probabilities, unknown = (torch.softmax(part / temperature, 1).numpy() for part in (logits, strangers))
    return temperature, fit_thresholds(probabilities, targets, unknown, negative)


def cross_fitted(model):
    """What is dared of each photo by a temperature and thresholds that were fitted without it: a fifth of the quarter in turn, and of the plants that
    the net does not know one species in turn."""
    folds = np.array([fold_of(model.photos.names[row]) for row in model.rows])
    strangers = np.where(model.photos.tiers == "X")[0]
    kinds = np.unique(model.photos.labels[strangers], return_inverse=True)[1]
    results, unknown = [], []
    for fold in range(FOLDS):
        inside, outside = model.rows[folds == fold], model.rows[folds != fold]
        temperature, thresholds = fitted(model.logits[outside], model.targets[outside], model.logits[strangers[kinds != fold]], model.negative)
        results.append(Dared(model, inside, torch.softmax(model.logits[inside] / temperature, 1).numpy(), thresholds))
        left_out = strangers[kinds == fold]
        if len(left_out):
            unknown.append(Dared(model, left_out, torch.softmax(model.logits[left_out] / temperature, 1).numpy(), thresholds).named)
    return results, np.concatenate(unknown)


class Dared:
    """What is said of some photos under some thresholds."""

    def __init__(self, model, rows, probabilities, thresholds):
        self.rows, self.targets, self.tiers = rows, model.targets[rows], model.photos.tiers[rows]
        order, best, lead, empty = answers(probabilities, model.negative)
        self.plant, self.first = self.targets != model.negative, order[:, 0] == self.targets
        self.top5 = (order[:, :5] == self.targets[:, None]).any(1)
        self.refused = empty >= thresholds["notAPlant"]
        self.named = (best >= thresholds["identify"]) & (lead >= thresholds["margin"]) & ~self.refused

    @staticmethod
    def joined(parts):
        whole = object.__new__(Dared)
        for name in ("rows", "targets", "tiers", "plant", "first", "top5", "refused", "named"):
            setattr(whole, name, np.concatenate([getattr(part, name) for part in parts]))
        return whole

    def figures(self, labels):
        """Every figure of the model card."""
        classes = {labels[c]: share(self.first[self.targets == c]) for c in np.unique(self.targets[self.plant])}
        five = [self.top5[self.targets == c].mean() for c in np.unique(self.targets[self.plant])]
        result = {"top1": share(self.first[self.plant]), "top5": share(self.top5[self.plant]), "macroTop1": round(float(np.mean([c["share"] for c in classes.values()])), 4),
                  "macroTop5": round(float(np.mean(five)), 4), "answered": share(self.named[self.plant]), "answeredRight": share(self.first[self.plant & self.named]), "classes": classes}
        for tier in "AB":
            if (self.tiers == tier).any():
                result[f"tier{tier}Top1"], result[f"tier{tier}Top5"] = share(self.first[self.tiers == tier]), share(self.top5[self.tiers == tier])
        if (~self.plant).any():
            result["notAPlantRefused"], result["notAPlantNamed"] = share(self.refused[~self.plant]), share(self.named[~self.plant])
        return result


def without_mates(model, rows):
    """Logits of the second sources' photos over the species that some other source shows too: a photo from a really new source meets no species that
    was learned from photos of that same look alone."""
    photos, logits = model.photos, model.others.clone()
    shown = [set(photos.sources[photos.labels == label]) for label in model.columns]
    for place, row in enumerate(rows):
        for column, sources in enumerate(shown):
            if sources == {photos.sources[row]}:
                logits[place, column] = -1e9
    return logits


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--name", default="final")
    parser.add_argument("--left-out", choices=sorted(SOURCES), default="second")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = Model(options.photos, options.work, options.name, options.left_out)
    parts, unknown = cross_fitted(model)
    figures = Dared.joined(parts).figures(model.labels) | {"unknownPlantsNamed": share(unknown)}
    strangers = np.where(model.photos.tiers == "X")[0]
    temperature, thresholds = fitted(model.logits[model.rows], model.targets[model.rows], model.logits[strangers], model.negative)
    probabilities = torch.softmax(model.logits / temperature, 1).numpy()
    others = Dared(model, np.where(model.second)[0], torch.softmax(model.others / temperature, 1).numpy(), thresholds).figures(model.labels)
    second = np.where(model.second)[0]
    mates = Dared(model, second, torch.softmax(without_mates(model, second) / temperature, 1).numpy(), thresholds).figures(model.labels)
    rule, prototypes = fit_prototypes(model, probabilities, np.random.default_rng(SEED))
    result = {"temperature": temperature, "thresholds": thresholds, "prototypes": rule, "figures": figures | prototypes, "otherSources": others, "otherSourcesWithoutMates": {key: mates[key] for key in ("top1", "top5", "answered", "answeredRight")},
              "plants": len(model.labels) - 1}
    (model.work / f"{options.name}.calibration.json").write_text(json.dumps(result, indent=1))
    print(json.dumps({key: value for key, value in result["figures"].items() if key != "classes"} | {"others": others, "withoutMates": result["otherSourcesWithoutMates"], "temperature": temperature, "thresholds": thresholds, "rule": rule}, indent=None))


if __name__ == "__main__":
    main()
