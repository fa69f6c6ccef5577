"""Exports the moderation net of the backbone's own package, as it is: nothing of it is trained here.

    python3 moderation.py --work DIR --out ../Adapters/Vision/Model

`nsfwjs` classifies pictures as drawing, hentai, neutral, porn or sexy; its `mobilenet_v2_mid` is the backbone of the plant net too. The network goes
on from the features of their common lower blocks (`export.py`: the trunk), as the plant net does, and gives `probs` in that order. Weights stay bytes, as in the package; the runtime makes numbers of them when it loads them.
With photos and their cached start embeddings (`train.py` makes them) it also prints how many of our photos would be refused.
"""
import argparse
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from features import CHANNELS, CUT, SIDE
from net import PlantNet, load_backbone, read_tensors

BACKBONE, WIDTH, CLASSES = "mobilenet_v2_mid", 1.4, 5
HENTAI, PORN, REFUSED_FROM = 1, 3, 0.9


class Moderation(nn.Module):
    """From features to the package's five probabilities."""

    def __init__(self, folder):
        super().__init__()
        self.net = load_backbone(PlantNet(WIDTH, CLASSES), folder, BACKBONE)
        tensors = read_tensors(folder, BACKBONE)
        weight = next(values for values in tensors.values() if values.shape == (self.net.embedding_size, CLASSES))
        bias = next(values for values in tensors.values() if values.shape == (CLASSES,))
        with torch.no_grad():
            self.net.head.weight.copy_(torch.from_numpy(weight.T.copy()))
            self.net.head.bias.copy_(torch.from_numpy(bias.copy()))

    def forward(self, features):
        return torch.softmax(self.net(features, CUT), 1)


def to_bytes(path):
    """Large weights as bytes with scale and offset: they came as 256 levels each, so that nothing is lost."""
    model = onnx.load(path)
    graph, nodes = model.graph, []
    for index, tensor in enumerate(list(graph.initializer)):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 256:
            continue
        low, scale = values.min(), (values.max() - values.min()) / 255
        parts = {"bytes": np.round((values - low) / scale).astype(np.uint8), "scale": np.float32(scale), "low": np.float32(low)}
        graph.initializer.remove(tensor)
        graph.initializer.extend(numpy_helper.from_array(np.asarray(value), f"{tensor.name}.{part}") for part, value in parts.items())
        nodes += [helper.make_node("Cast", [f"{tensor.name}.bytes"], [f"{tensor.name}.cast"], name=f"cast{index}", to=TensorProto.FLOAT),
                  helper.make_node("Mul", [f"{tensor.name}.cast", f"{tensor.name}.scale"], [f"{tensor.name}.scaled"], name=f"scale{index}"),
                  helper.make_node("Add", [f"{tensor.name}.scaled", f"{tensor.name}.low"], [tensor.name], name=f"add{index}")]
    nodes += list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    work, path = pathlib.Path(options.work), str(pathlib.Path(options.out) / "moderation.onnx")
    net = Moderation(work / "backbone").eval()
    torch.onnx.export(net, torch.zeros(1, CHANNELS, SIDE, SIDE), path, opset_version=13, input_names=["features"], output_names=["probs"],
                      dynamic_axes={"features": {0: "n"}, "probs": {0: "n"}})
    to_bytes(path)
    print(pathlib.Path(path).stat().st_size, "bytes")
    if (work / "start.npy").exists():
        with torch.no_grad():
            probabilities = torch.softmax(net.net.head(torch.from_numpy(np.load(work / "start.npy"))), 1)
        refused = (probabilities[:, HENTAI] + probabilities[:, PORN] >= REFUSED_FROM).float()
        print(f"{int(refused.sum())} of {len(refused)} photos refused")


if __name__ == "__main__":
    main()
