"""The bare encoder: the part of the shipped graph that ends with the last encoder layer.

Where it ends is found from the graph, not from names. A value belongs to the encoder if it follows from the pieces and
their marks alone, whereas the heads all read words and so depend on ``firsts``. Each encoder layer ends in a layer
normalisation, whatever the exporter called it, so the encoder's output is the last layer normalisation that depends on
pieces and marks alone. Nodes of an ONNX graph stand in the order of computation, which makes "last" a fact.
"""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray
from onnx.utils import Extractor

from onrecord.reading.labels import INPUTS
from onrecord.reading.model import session_options

__all__ = ["ENCODER_INPUTS", "Encoder", "encoder_output"]

ENCODER_INPUTS = INPUTS[:2]
"""pieces and marks, each (1, P)."""

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


def encoder_output(graph: onnx.GraphProto) -> str:
    """Return the name of the tensor (1, P, H) that the last encoder layer gives.

    Raises:
        ValueError: no layer normalisation follows from pieces and marks alone.
    """
    follows: dict[str, frozenset[str]] = {given.name: frozenset([given.name]) for given in graph.input}
    last = ""
    for node in graph.node:
        sources = frozenset[str]().union(*(follows.get(name, frozenset()) for name in node.input))
        follows.update(dict.fromkeys(node.output, sources))
        if node.op_type.endswith("LayerNormalization") and sources == frozenset(ENCODER_INPUTS):
            last = node.output[0]
    if not last:
        raise ValueError(
            f"{graph.name}: got no layer normalisation of {' and '.join(ENCODER_INPUTS)}; expected an encoder"
        )
    return last


class Encoder:
    """A session over the bare encoder, with the options of the shipped session."""

    def __init__(self, graph: Path, threads: int) -> None:
        """Cut the encoder out of a graph.

        Args:
            graph: ``reading.onnx``.
            threads: threads of the session; 0 takes every core.
        """
        model = onnx.load(str(graph))
        self.output = encoder_output(model.graph)
        cut = Extractor(model).extract_model(list(ENCODER_INPUTS), [self.output])
        self._session = ort.InferenceSession(
            cut.SerializeToString(), session_options(threads), providers=["CPUExecutionProvider"]
        )

    def run(self, pieces: Integers, marks: Integers) -> Floats:
        """Read one window: pieces, marks (1, P) -> (1, P, H)."""
        feed = dict(zip(ENCODER_INPUTS, (pieces, marks), strict=True))
        found: Floats = self._session.run([self.output], feed)[0]
        return found
