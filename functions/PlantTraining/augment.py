"""Augmentation against the look of a source: most species come from one source, and a net would rather learn the table
on which the leaves lie than the leaves."""
import io

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from photos import SIZE

PLAIN = {"remp", "plantleaves", "mangobd"}
"""Sources that photographed single leaves on one plain background."""


def foreground(array):
    """A soft mask of what differs from the border's colour, or None where the border is not plain."""
    border = np.concatenate([array[:6].reshape(-1, 3), array[-6:].reshape(-1, 3), array[:, :6].reshape(-1, 3), array[:, -6:].reshape(-1, 3)]).astype(np.float32)
    colour = np.median(border, 0)
    if np.mean(np.abs(border - colour).max(1) > 45) > 0.35:
        return None
    difference = array.astype(np.float32) - colour
    # Shadows change all channels alike: what is green or dark beyond a shadow counts as leaf.
    chroma = np.abs(difference - difference.mean(2, keepdims=True)).max(2)
    distance = chroma * 2.2 + np.maximum(0, np.abs(difference.mean(2)) - (12 if colour.mean() < 40 else 40))
    mask = Image.fromarray((distance > 26).astype(np.uint8) * 255)
    mask = mask.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.GaussianBlur(1.2))
    share = np.asarray(mask).mean() / 255
    return mask if 0.02 < share < 0.9 else None


class Augment:
    """A random training view of a photo, by its own seeded generator."""

    def __init__(self, photos, backgrounds, seed):
        self.photos, self.backgrounds, self.random = photos, backgrounds, np.random.default_rng(seed)

    def __call__(self, index):
        array = self.photos.arrays[index]
        source = self.photos.sources[index]
        image = Image.fromarray(array)
        leaf = source in PLAIN
        if leaf and self.random.random() < 0.55:
            mask = foreground(array)
            if mask is not None:
                image = self._paste(image, mask)
        image = self._crop(image, 0.35 if leaf else 0.2)
        return np.asarray(self._disturb(self._colour(self._turn(image, leaf))))

    def _background(self, size):
        kind = self.random.random()
        if kind < 0.25:
            colour = self.random.integers(0, 256, 3)
            ramp = np.linspace(-1, 1, size[1])[:, None, None] * self.random.uniform(-50, 50)
            noise = self.random.normal(0, self.random.uniform(0, 12), (size[1], size[0], 1))
            return Image.fromarray(np.clip(colour + ramp + noise, 0, 255).astype(np.uint8))
        image = Image.fromarray(self.photos.arrays[self.random.choice(self.backgrounds)])
        side = self.random.uniform(0.3, 1) * min(image.size)
        left, top = self.random.uniform(0, image.size[0] - side), self.random.uniform(0, image.size[1] - side)
        image = image.resize(size, Image.Resampling.BILINEAR, box=(left, top, left + side, top + side))
        return image.filter(ImageFilter.GaussianBlur(self.random.uniform(0, 5)))

    def _paste(self, image, mask):
        background = self._background(image.size)
        angle, scale = self.random.uniform(0, 360), self.random.uniform(0.6, 1.25)
        size = (int(image.size[0] * scale), int(image.size[1] * scale))
        image, mask = (part.resize(size, Image.Resampling.BILINEAR).rotate(angle, Image.Resampling.BILINEAR, expand=True) for part in (image, mask))
        at = tuple(int(self.random.uniform(0.3, 0.7) * outer - inner / 2) for outer, inner in zip(background.size, image.size))
        background.paste(image, at, mask)
        return background

    def _crop(self, image, area_min):
        width, height = image.size
        for _ in range(5):
            area = width * height * self.random.uniform(area_min, 1)
            ratio = np.exp(self.random.uniform(np.log(3 / 4), np.log(4 / 3)))
            w, h = np.sqrt(area * ratio), np.sqrt(area / ratio)
            if w <= width and h <= height:
                left, top = self.random.uniform(0, width - w), self.random.uniform(0, height - h)
                return image.resize((SIZE, SIZE), Image.Resampling.BILINEAR, box=(left, top, left + w, top + h))
        side = min(width, height)
        left, top = (width - side) / 2, (height - side) / 2
        return image.resize((SIZE, SIZE), Image.Resampling.BILINEAR, box=(left, top, left + side, top + side))

    def _turn(self, image, leaf):
        if self.random.random() < 0.5:
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        if leaf and self.random.random() < 0.75:
            image = image.rotate(90 * self.random.integers(1, 4))
        elif self.random.random() < 0.3:
            angle = self.random.uniform(-30, 30)
            inner = SIZE * 0.78
            image = image.rotate(angle, Image.Resampling.BILINEAR)
            edge = (SIZE - inner) / 2
            image = image.resize((SIZE, SIZE), Image.Resampling.BILINEAR, box=(edge, edge, SIZE - edge, SIZE - edge))
        return image

    def _colour(self, image):
        for enhancer, spread in ((ImageEnhance.Brightness, 0.4), (ImageEnhance.Contrast, 0.4), (ImageEnhance.Color, 0.5)):
            if self.random.random() < 0.8:
                image = enhancer(image).enhance(self.random.uniform(1 - spread, 1 + spread))
        array = np.asarray(image, np.float32)
        if self.random.random() < 0.7:
            array = array * np.exp(self.random.normal(0, 0.11, 3)).astype(np.float32)
        if self.random.random() < 0.06:
            array = np.repeat(array.mean(2, keepdims=True), 3, 2)
        return Image.fromarray(np.clip(array, 0, 255).astype(np.uint8))

    def _disturb(self, image):
        if self.random.random() < 0.15:
            small = int(SIZE * self.random.uniform(0.35, 0.8))
            image = image.resize((small, small), Image.Resampling.BILINEAR).resize((SIZE, SIZE), Image.Resampling.BILINEAR)
        if self.random.random() < 0.12:
            image = image.filter(ImageFilter.GaussianBlur(self.random.uniform(0.5, 2)))
        if self.random.random() < 0.25:
            stored = io.BytesIO()
            image.save(stored, "JPEG", quality=int(self.random.integers(25, 90)))
            image = Image.open(stored).convert("RGB")
        if self.random.random() < 0.2:
            array = np.array(image)
            h, w = self.random.integers(30, 90, 2)
            top, left = self.random.integers(0, SIZE - h), self.random.integers(0, SIZE - w)
            array[top:top + h, left:left + w] = self.random.integers(0, 256, 3)
            image = Image.fromarray(array)
        return image
