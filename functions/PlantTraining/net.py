"""The network: MobileNetV2 as inverted residual blocks, read from the backbone's files.

Both backbones of the package are understood: `mobilenet_v2` (width 1.0, Keras names, batch normalisation apart) and
`mobilenet_v2_mid` (width 1.4, batch normalisation folded into the convolutions). Convolutions pad as TensorFlow's SAME
does, because the weights were trained so: a stride of 2 pads right and bottom only.
"""
import json
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional

# Expansion, channels (at width 1.0), repeats, first stride: Sandler et al. 2018, "MobileNetV2", table 2.
BLOCKS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
KERAS_EPSILON = 1e-3


class Conv(nn.Module):
    """A convolution, batch normalisation and, where the paper has it, ReLU6."""

    def __init__(self, inputs, outputs, kernel, stride=1, groups=1, relu=True):
        super().__init__()
        # A stride of 2 pads right and bottom alone, which Conv2d can't say.
        self.pad = kernel == 3 and stride == 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, 0 if self.pad else kernel // 2, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-5, momentum=0.05)
        self.relu = relu

    def forward(self, x):
        x = self.norm(self.conv(functional.pad(x, (0, 1, 0, 1)) if self.pad else x))
        return functional.hardtanh(x, 0.0, 6.0) if self.relu else x


class Block(nn.Module):
    """An inverted residual block: expand, depthwise, project."""

    def __init__(self, inputs, outputs, expansion, stride):
        super().__init__()
        hidden = inputs * expansion
        self.expand = Conv(inputs, hidden, 1) if expansion > 1 else None
        self.depthwise = Conv(hidden, hidden, 3, stride, groups=hidden)
        self.project = Conv(hidden, outputs, 1, relu=False)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.project(self.depthwise(self.expand(x) if self.expand else x))
        return x + y if self.residual else y


def _divisible(value):
    rounded = max(8, int(value + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * value else rounded


class PlantNet(nn.Module):
    """Features of a 224-pixel RGB picture in [-1, 1], its embedding, and the logits of the classes."""

    def __init__(self, width, classes, dropout=0.2):
        super().__init__()
        channels = _divisible(32 * width)
        layers = [Conv(3, channels, 3, 2)]
        for expansion, outputs, repeats, stride in BLOCKS:
            outputs = _divisible(outputs * width)
            for index in range(repeats):
                layers.append(Block(channels, outputs, expansion, stride if index == 0 else 1))
                channels = outputs
        self.embedding_size = int(1280 * max(1.0, width))
        layers.append(Conv(channels, self.embedding_size, 1))
        self.layers = nn.ModuleList(layers)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(self.embedding_size, classes)

    def lower(self, x, until):
        for layer in self.layers[:until]:
            x = layer(x)
        return x

    def embed(self, x, start=0):
        for layer in self.layers[start:]:
            x = layer(x)
        return x.mean((2, 3))

    def forward(self, x, start=0):
        return self.head(self.dropout(self.embed(x, start)))


def read_tensors(folder, name):
    """Every tensor of a backbone by name, dequantised to float32."""
    folder = pathlib.Path(folder)
    entries = json.loads((folder / f"{name}.json").read_text())
    data, offset, tensors = (folder / f"{name}.bin").read_bytes(), 0, {}
    for entry in entries:
        count = int(np.prod(entry["shape"], dtype=np.int64))
        quantization = entry.get("quantization")
        kind = np.dtype(quantization["dtype"] if quantization else entry["dtype"])
        raw = np.frombuffer(data, kind, count, offset)
        offset += count * kind.itemsize
        values = raw.astype(np.float32)
        if quantization:
            values = values * np.float32(quantization["scale"]) + np.float32(quantization["min"])
        tensors[entry["name"]] = values.reshape(entry["shape"])
    assert offset == len(data), (offset, len(data))
    return tensors


def _kernel(values, depthwise):
    return torch.from_numpy(np.ascontiguousarray(values.transpose((2, 3, 0, 1) if depthwise else (3, 2, 0, 1))))


def _set(conv, kernel, gamma, beta, mean, variance, epsilon):
    with torch.no_grad():
        conv.conv.weight.copy_(kernel)
        conv.norm.eps = epsilon
        conv.norm.weight.copy_(torch.as_tensor(gamma))
        conv.norm.bias.copy_(torch.as_tensor(beta))
        conv.norm.running_mean.copy_(torch.as_tensor(mean))
        conv.norm.running_var.copy_(torch.as_tensor(variance))


def _convs(net):
    """Each convolution with its Keras names and its folded name, in the order of the network."""
    yield net.layers[0], "Conv1/kernel", "bn_Conv1", "Conv", False
    for index, block in enumerate(net.layers[1:-1]):
        keras, folded = ("expanded_conv" if index == 0 else f"block_{index}"), f"expanded_conv{'' if index == 0 else f'_{index}'}"
        if block.expand:
            yield block.expand, f"{keras}_expand/kernel", f"{keras}_expand_BN", f"{folded}/expand", False
        yield block.depthwise, f"{keras}_depthwise/depthwise_kernel", f"{keras}_depthwise_BN", f"{folded}/depthwise", True
        yield block.project, f"{keras}_project/kernel", f"{keras}_project_BN", f"{folded}/project", False
    yield net.layers[-1], "Conv_1/kernel", "Conv_1_bn", "Conv_1", False


def load_backbone(net, folder, name):
    """Puts a backbone's weights into the net; the head stays as it is."""
    tensors = read_tensors(folder, name)
    for conv, kernel, norm, folded, depthwise in _convs(net):
        if name == "mobilenet_v2":
            _set(conv, _kernel(tensors[kernel], depthwise), *(tensors[f"{norm}/{part}"] for part in ("gamma", "beta", "moving_mean", "moving_variance")), KERAS_EPSILON)
        else:
            prefix = next(k for k in tensors if k.endswith("MobilenetV2/Conv/Conv2D_weights"))[:-len("Conv/Conv2D_weights")]
            stem = prefix + folded + ("/depthwise" if depthwise else "/Conv2D")
            weights, offset = tensors[stem + "_weights"], tensors[stem + "_bn_offset"]
            size = len(offset)
            _set(conv, _kernel(weights, depthwise), np.ones(size, "f4"), offset, np.zeros(size, "f4"), np.full(size, 1 - 1e-5, "f4"), 1e-5)
    return net


@torch.no_grad()
def normalise(net, batch):
    """Rescales every filter so that its output on `batch` has unit variance, its scale moving into the normalisation.

    The function stays the same; an adaptive optimiser, whose steps are of one size, then treats all filters alike.
    """
    net.eval()
    handles = []

    def rescale(conv, _, output):
        spread = output.float().std((0, 2, 3))
        spread = torch.where(spread > 1e-4, spread, torch.ones_like(spread))
        conv.conv_scale = spread

    convs = [module for module in net.modules() if isinstance(module, Conv)]
    for module in convs:
        handles.append(module.conv.register_forward_hook(rescale))
    net(batch)
    for handle in handles:
        handle.remove()
    for module in convs:
        spread = module.conv.conv_scale
        module.conv.weight.div_(spread.view(-1, 1, 1, 1))
        # y = gamma (x - m) / sqrt(v + e) + beta, with x = s x': mean and deviation shrink by s.
        module.norm.running_mean.div_(spread)
        deviation = (module.norm.running_var + module.norm.eps).sqrt() / spread
        module.norm.weight.div_(deviation)
        module.norm.running_var.fill_(1.0 - module.norm.eps)
    return net
