"""Writes the tagger as an ONNX graph: 8-bit matrices, 4-bit word embeddings as the encoder had them, fused operators.

Matrices are quantised by column, symmetric, to seven bits: on processors without VNNI instructions eight-bit products
overflow their sixteen-bit sums, and the model is to say the same on every machine. What goes into them is quantised
while it runs. Words' rows keep their 4-bit blocks, so that nothing of them is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[Any]

MICROSOFT = "com.microsoft"
LIMIT = 63
"""The largest weight in seven bits."""


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def quantized(matrix: Array) -> tuple[Array, Array]:
    """A matrix (in, out) as seven-bit numbers with the scale of each column."""
    scales = np.maximum(np.abs(matrix).max(axis=0), 1e-8) / LIMIT
    return np.rint(matrix / scales).astype(np.int8), scales.astype(np.float32)


def _linear(graph: _Graph, name: str, x: str, weight: Array, bias: Array) -> str:
    values, scales = quantized(weight.T)
    return graph.node(
        "DynamicQuantizeMatMul",
        [
            x,
            graph.constant(f"{name}.weight", values),
            graph.constant(f"{name}.scale", scales),
            graph.constant(f"{name}.zero", np.zeros(len(scales), np.int8)),
            graph.constant(f"{name}.bias", bias),
        ],
        f"{name}.out",
        MICROSOFT,
    )


def _norm(graph: _Graph, name: str, x: str, skip: str, tensors: dict[str, Array], epsilon: float) -> str:
    """Two operators: the fused one, SkipLayerNormalization, took over ten times as long, a quarter of the whole."""
    both = graph.node("Add", [x, skip], f"{name}.both")
    gamma = graph.constant(f"{name}.gamma", tensors[f"{name}.weight"])
    beta = graph.constant(f"{name}.beta", tensors[f"{name}.bias"])
    return graph.node("LayerNormalization", [both, gamma, beta], f"{name}.out", axis=-1, epsilon=epsilon)


def _attention(graph: _Graph, name: str, x: str, tensors: dict[str, Array], heads: int) -> str:
    values, scales = quantized(tensors[f"{name}.qkv.weight"].T)
    names = [f"{name}.x8", f"{name}.xs", f"{name}.xz"]
    graph.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], names, name=f"{name}.x8"))
    return graph.node(
        "QAttention",
        [
            names[0],
            graph.constant(f"{name}.qkv.weight", values),
            graph.constant(f"{name}.qkv.bias", tensors[f"{name}.qkv.bias"]),
            names[1],
            graph.constant(f"{name}.qkv.scale", scales),
            "present",
            names[2],
            graph.constant(f"{name}.qkv.zero", np.zeros(len(scales), np.int8)),
        ],
        f"{name}.seen",
        MICROSOFT,
        num_heads=heads,
    )


def _embedding(graph: _Graph, scales: Array, packed: Array, hidden: int) -> str:
    """Gathers the rows of the pieces and unpacks their nibbles: (texts, pieces, hidden)."""
    blocks = hidden // 32
    rows = graph.node(
        "Gather", [graph.constant("words.packed", packed.reshape(len(packed), -1)), "pieces"], "words.rows"
    )
    shape = graph.constant("words.split", np.array([0, 0, blocks, 16], np.int64))
    rows = graph.node("Reshape", [rows, shape], "words.blocks")
    low = graph.node("BitwiseAnd", [rows, graph.constant("words.mask", np.array(15, np.uint8))], "words.low")
    four = graph.constant("words.four", np.array(4, np.uint8))
    high = graph.node("BitShift", [rows, four], "words.high", direction="RIGHT")
    both = graph.node("Concat", [low, high], "words.nibbles", axis=-1)
    numbers = graph.node("Cast", [both], "words.numbers", to=TensorProto.FLOAT)
    centred = graph.node("Sub", [numbers, graph.constant("words.eight", np.array(8, np.float32))], "words.centred")
    scale = graph.node("Gather", [graph.constant("words.scales", scales.astype(np.float16)), "pieces"], "words.scale16")
    scale = graph.node("Cast", [scale], "words.scale", to=TensorProto.FLOAT)
    axis = graph.constant("words.last", np.array([-1], np.int64))
    scale = graph.node("Unsqueeze", [scale, axis], "words.scale4")
    scaled = graph.node("Mul", [centred, scale], "words.scaled")
    whole = graph.constant("words.whole", np.array([0, 0, hidden], np.int64))
    return graph.node("Reshape", [scaled, whole], "words.out")


def _positions(graph: _Graph, table: Array) -> str:
    """The first rows of the table of positions, as many as there are pieces."""
    graph.node("Shape", ["pieces"], "length", start=1, end=2)
    zero = graph.constant("positions.zero", np.array([0], np.int64))
    return graph.node(
        "Slice", [graph.constant("positions.table", table.astype(np.float32)), zero, "length", zero], "positions.out"
    )


def write(
    path: Path,
    tensors: dict[str, Array],
    words: tuple[Array, Array],
    *,
    layers: int,
    heads: int,
    epsilon: float,
) -> None:
    """Write the graph of a tagger with these tensors (named as in PyTorch) and rows of words (scales, nibbles).

    It takes `pieces` (texts, length) and `present` of the same shape, 1 where there is a piece and 0 after the end,
    both as 32-bit integers, and gives `scores` (texts, length, labels).
    """
    graph = _Graph()
    hidden = tensors["positions.weight"].shape[1]
    x = _embedding(graph, *words, hidden)
    x = graph.node("Add", [x, _positions(graph, tensors["positions.weight"])], "placed")
    gamma = graph.constant("norm.gamma", tensors["norm.weight"])
    beta = graph.constant("norm.beta", tensors["norm.bias"])
    x = graph.node("LayerNormalization", [x, gamma, beta], "norm.out", axis=-1, epsilon=epsilon)
    for number in range(layers):
        name = f"layers.{number}"
        seen = _attention(graph, name, x, tensors, heads)
        out = _linear(graph, f"{name}.out", seen, tensors[f"{name}.out.weight"], tensors[f"{name}.out.bias"])
        x = _norm(graph, f"{name}.norm", x, out, tensors, epsilon)
        wide = _linear(graph, f"{name}.widen", x, tensors[f"{name}.widen.weight"], tensors[f"{name}.widen.bias"])
        wide = graph.node("Gelu", [wide], f"{name}.gelu", MICROSOFT)
        out = _linear(graph, f"{name}.narrow", wide, tensors[f"{name}.narrow.weight"], tensors[f"{name}.narrow.bias"])
        x = _norm(graph, f"{name}.last_norm", x, out, tensors, epsilon)
    weight = graph.constant("head.weight", tensors["head.weight"].T)
    scores = graph.node("MatMul", [x, weight], "head.scores")
    graph.node("Add", [scores, graph.constant("head.bias", tensors["head.bias"])], "scores")
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "tagger",
            [
                helper.make_tensor_value_info("pieces", TensorProto.INT32, ["texts", "length"]),
                helper.make_tensor_value_info("present", TensorProto.INT32, ["texts", "length"]),
            ],
            [
                helper.make_tensor_value_info(
                    "scores", TensorProto.FLOAT, ["texts", "length", len(tensors["head.bias"])]
                )
            ],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=9,
    )
    path.write_bytes(model.SerializeToString())
