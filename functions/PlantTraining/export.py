"""Exports a trained and calibrated net: `trunk.onnx`, `plants.onnx`, `plants.json`, and the numbers by which the product proves its parity.

    python3 export.py --photos DIR --work DIR --version 1.0.0 --out ../Adapters/Vision/Model --parity FILE [--name final]

The trunk takes uint8 pictures (n x 224 x 224 x 3, R G B) and gives the `features` of the lower blocks, which were never trained here, so that the
moderation net of the backbone's package (`moderation.py`) goes on from the same ones. The plant net takes `features` and gives `probs` (calibrated)
and `embedding` (centred, of length 1).
Weights are stored in half precision and computed with in single precision.
"""
import argparse
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

from calibrate import Model
from features import CHANNELS, CUT, SIDE
from photos import decode, square

PARITY_PHOTOS = 50


class Trunk(nn.Module):
    """From bytes to the features of the lower blocks."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pictures):
        return self.net.lower(pictures.permute(0, 3, 1, 2).float() / 127.5 - 1.0, CUT)


class Shipped(nn.Module):
    """From features to probabilities and embedding."""

    def __init__(self, model, temperature):
        super().__init__()
        self.net, self.temperature = model.net, temperature
        self.register_buffer("columns", torch.tensor(model.columns))
        self.register_buffer("centre", model.centre)

    def forward(self, features):
        embedding = self.net.embed(features, CUT)
        logits = self.net.head(embedding).index_select(1, self.columns)
        return torch.softmax(logits / self.temperature, 1), functional.normalize(embedding - self.centre)


def to_onnx(module, example, path, source, results):
    torch.onnx.export(module, example, path, opset_version=13, input_names=[source], output_names=results, dynamic_axes={name: {0: "n"} for name in (source, *results)})
    halve(path)


def halve(path):
    """Large weights as half precision, each with a cast that the runtime folds when it loads the network."""
    model = onnx.load(path)
    graph, casts = model.graph, []
    for index, tensor in enumerate(list(graph.initializer)):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 256:
            continue
        half = numpy_helper.from_array(values.astype(np.float16), tensor.name + ".half")
        casts.append(helper.make_node("Cast", [half.name], [tensor.name], name=f"cast{index}", to=TensorProto.FLOAT))
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--name", default="final")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--parity", required=True)
    options = parser.parse_args()
    model = Model(options.photos, options.work, options.name)
    calibration = json.loads((model.work / f"{options.name}.calibration.json").read_text())
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    model.net.to(memory_format=torch.contiguous_format)
    trunk, shipped = Trunk(model.net).eval(), Shipped(model, calibration["temperature"]).eval()
    to_onnx(trunk, torch.zeros(1, 224, 224, 3, dtype=torch.uint8), str(out / "trunk.onnx"), "pictures", ["features"])
    to_onnx(shipped, torch.zeros(1, CHANNELS, SIDE, SIDE), str(out / "plants.onnx"), "features", ["probs", "embedding"])
    card = {"name": "kundli-plants", "version": options.version, "labels": model.labels, "negative": "not_a_plant",
            "thresholds": calibration["thresholds"], "prototypes": calibration["prototypes"]}
    (out / "plants.json").write_text(json.dumps(card, indent=1) + "\n")
    rows = np.random.default_rng(50).choice(np.where(model.photos.held_out)[0], PARITY_PHOTOS, replace=False)
    parity = []
    for row in rows:
        picture = square(decode(pathlib.Path(options.photos) / "photos" / model.photos.names[row]))
        with torch.no_grad():
            probabilities = shipped(trunk(torch.from_numpy(picture.copy())[None]))[0][0].numpy()
        parity.append({"photo": model.photos.names[row], "probs": [round(float(value), 5) for value in probabilities]})
    pathlib.Path(options.parity).write_text("[\n" + ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in parity) + "\n]\n")
    print(*((out / name).stat().st_size for name in ("trunk.onnx", "plants.onnx")))


if __name__ == "__main__":
    main()
