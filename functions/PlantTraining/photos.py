"""The photos: a decoded cache, the split, and the one preprocessing contract that the product repeats in C#.

Contract: orientation from EXIF, centre square crop, antialiased bilinear (triangle) resize to 224 by 224, RGB,
value / 127.5 - 1, planes in the order R, G, B.
"""
import csv
import functools
import pathlib
import zlib

import numpy as np
import torch
from PIL import Image, ImageOps

SIZE = 224
SHORT, LONG = 256, 352


def read_species(folder):
    with open(pathlib.Path(folder) / "species.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decode(path):
    """An RGB picture, upright."""
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def square(image):
    """The contract's centre crop and resize, as uint8 height x width x 3."""
    width, height = image.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    box = (left, top, left + side, top + side)
    return np.asarray(image.resize((SIZE, SIZE), Image.Resampling.BILINEAR, box=box))


def to_input(batch):
    """uint8 N x H x W x 3 to the network's float planes."""
    tensor = batch if torch.is_tensor(batch) else torch.from_numpy(np.ascontiguousarray(batch))
    return tensor.permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0).contiguous(memory_format=torch.channels_last)


def validation(name):
    """Whether a photo belongs to the validation quarter: by a hash of its name, so that it never moves."""
    return zlib.crc32(name.encode()) % 4 == 0


def _cached(image):
    width, height = image.size
    scale = SHORT / min(width, height)
    image = image.resize((max(SHORT, round(width * scale)), max(SHORT, round(height * scale))), Image.Resampling.BICUBIC)
    width, height = image.size
    if max(width, height) > LONG:
        left, top = max(0, (width - LONG) // 2), max(0, (height - LONG) // 2)
        image = image.crop((left, top, left + min(width, LONG), top + min(height, LONG)))
    return np.asarray(image)


class Photos:
    """All photos decoded once: `arrays` for training, `squares` by the contract, `labels`, `names` and `sources`."""

    def __init__(self, folder, work):
        folder, work = pathlib.Path(folder), pathlib.Path(work)
        self.species = read_species(folder)
        self.slugs = [row["slug"] for row in self.species]
        paths = [(path, index) for index, slug in enumerate(self.slugs) for path in sorted((folder / "photos" / slug).glob("*.jpg"))]
        self.names = [f"{path.parent.name}/{path.name}" for path, _ in paths]
        self.labels = np.array([index for _, index in paths])
        self.sources = np.array([path.name.rsplit("_", 1)[0] for path, _ in paths])
        self.tiers = np.array([self.species[index]["tier"] for index in self.labels])
        self.held_out = np.array([validation(name) for name in self.names])
        self._load(paths, work)

    def _load(self, paths, work):
        cache = work / "photos.npz"
        if not cache.exists():
            work.mkdir(parents=True, exist_ok=True)
            images = [decode(path) for path, _ in paths]
            arrays = [_cached(image) for image in images]
            np.savez(cache, flat=np.concatenate([array.reshape(-1) for array in arrays]),
                     shapes=np.array([array.shape for array in arrays]), squares=np.stack([square(image) for image in images]))
        self._stored = np.load(cache)
        self.squares = self._stored["squares"]

    @functools.cached_property
    def arrays(self):
        """Every photo at its cached size; large, and needed for augmentation only."""
        shapes, flat = self._stored["shapes"], self._stored["flat"]
        ends = np.cumsum(shapes.prod(1))
        return [flat[end - shape.prod():end].reshape(shape) for end, shape in zip(ends, shapes)]
