"""Fits the head once more on the finished blocks, on the photos as the product sees them.

    python3 head.py --photos DIR --work DIR --name FROM --out TO

While the blocks train, the head sees augmented and mixed views for the most part; a linear fit on plain photos takes seconds and is better on them.
Both heads are kept, averaged, since the first one is the steadier on strange photos. Prints the validation accuracy of the three.
"""
import argparse
import pathlib

import numpy as np
import torch
from torch.nn import functional

from features import Features
from net import PlantNet
from photos import Photos
from train import BACKBONE, SEED, WIDTH, accuracy, evaluate

EPOCHS, RATE, DECAY = 30, 1e-3, 0.15


def fit(embeddings, labels, classes):
    torch.manual_seed(SEED)
    centre, spread = embeddings.mean(0), embeddings.std(0) + 1e-2
    inputs, linear = (embeddings - centre) / spread, torch.nn.Linear(embeddings.shape[1], classes)
    optimiser = torch.optim.AdamW(linear.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(labels)).split(256):
            # Dropout of whole features keeps the fit from leaning on the few that tell the sources apart.
            loss = functional.cross_entropy(linear(functional.dropout(inputs[batch], 0.3)), labels[batch], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    with torch.no_grad():
        return linear.weight / spread, linear.bias - (linear.weight * (centre / spread)).sum(1)


def main():
    parser = argparse.ArgumentParser()
    for option in ("--photos", "--work", "--name", "--out"):
        parser.add_argument(option, required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    work = pathlib.Path(options.work)
    photos = Photos(options.photos, work)
    plain = Features(photos, work, WIDTH, BACKBONE, 0, SEED).plain
    state = torch.load(work / f"{options.name}.pt")["average"]
    net = PlantNet(WIDTH, len(photos.slugs)).eval().to(memory_format=torch.channels_last)
    net.load_state_dict(state)
    cache = work / f"{options.name}.embeddings.pt"
    if not cache.exists():
        torch.save(evaluate(net, plain, np.arange(len(photos.names)))[1], cache)
    embeddings = torch.load(cache)
    known = photos.tiers != "X"
    rows, held = np.where(~photos.held_out & known)[0], np.where(photos.held_out & known)[0]
    weight, bias = fit(embeddings[rows], torch.from_numpy(photos.labels[rows]), len(photos.slugs))
    first = {"weight": state["head.weight"], "bias": state["head.bias"]}
    with torch.no_grad():
        # The heads speak at different volumes: each is brought to the same spread of logits before they are averaged.
        volume = (embeddings[rows] @ first["weight"].T).std() / (embeddings[rows] @ weight.T).std()
        second = {"weight": weight * volume, "bias": bias * volume}
        both = {key: (first[key] + second[key]) / 2 for key in first}
        for name, head in (("first", first), ("second", second), ("both", both)):
            print(name, accuracy(embeddings[held] @ head["weight"].T + head["bias"], photos.labels[held], photos.slugs.index("not_a_plant")), flush=True)
    state["head.weight"], state["head.bias"] = both["weight"], both["bias"]
    torch.save({"average": state}, work / f"{options.out}.pt")
    torch.save(embeddings, work / f"{options.out}.embeddings.pt")


if __name__ == "__main__":
    main()
