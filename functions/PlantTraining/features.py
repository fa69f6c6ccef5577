"""The frozen lower blocks' outputs, computed once per augmented view and kept in the work folder.

The lower blocks never change, so a view's features never change either: epochs then cost only the upper blocks.
"""
import pathlib
import subprocess
import threading

import numpy as np
import torch
from torch import nn

from augment import Augment
from net import PlantNet, load_backbone

CUT, CHANNELS, SIDE, BATCH = 14, 136, 14, 8


class Lower(nn.Module):
    """uint8 pictures (N x H x W x 3) to the features below the cut."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pictures):
        return self.net.lower(pictures.permute(0, 3, 1, 2).float() / 127.5 - 1.0, CUT).half()


def export_lower(work, width, backbone):
    path = pathlib.Path(work) / "lower.onnx"
    if not path.exists():
        net = load_backbone(PlantNet(width, 2), pathlib.Path(work) / "backbone", backbone).eval()
        torch.onnx.export(Lower(net).eval(), torch.zeros(1, 224, 224, 3, dtype=torch.uint8), str(path), opset_version=13,
                          input_names=["pictures"], output_names=["features"], dynamic_axes={"pictures": {0: "n"}, "features": {0: "n"}})
    return path


def compute(model, pictures, count, path, script):
    """Writes the features of `count` pictures to `path`; an unfinished file is started again."""
    path = pathlib.Path(path)
    if path.exists():
        return
    partial = path.with_suffix(".part")
    with open(partial, "wb") as output:
        process = subprocess.Popen(["node", str(script), str(model), str(BATCH)], stdin=subprocess.PIPE, stdout=output, cwd=path.parent)

        def feed():
            for picture in pictures:
                process.stdin.write(np.ascontiguousarray(picture).tobytes())
            process.stdin.close()

        feeder = threading.Thread(target=feed)
        feeder.start()
        feeder.join()
        if process.wait() != 0:
            raise RuntimeError("The lower blocks failed.")
    assert partial.stat().st_size == count * CHANNELS * SIDE * SIDE * 2
    partial.rename(path)


def open_features(path, count):
    return np.memmap(path, np.float16, "r", shape=(count, CHANNELS, SIDE, SIDE))


class Features:
    """Features of every photo: `plain` by the preprocessing contract and `views` of the training rows."""

    def __init__(self, photos, work, width, backbone, views, seed):
        work, script = pathlib.Path(work), pathlib.Path(__file__).with_name("lower.mjs")
        model = export_lower(work, width, backbone)
        count = len(photos.names)
        compute(model, photos.squares, count, work / "plain.f16", script)
        self.plain = open_features(work / "plain.f16", count)
        self.rows = np.where(~photos.held_out)[0]
        natural = self.rows[np.isin(photos.sources[self.rows], ["plantnet", "imnet", "medplant", "flowers5", "ornam"])]
        self.views = []
        for view in range(views):
            path = work / f"view-{view}.f16"
            pictures = (Augment(photos, natural, (seed, view, int(row)))(row) for row in self.rows)
            compute(model, pictures, len(self.rows), path, script)
            self.views.append(open_features(path, len(self.rows)))
