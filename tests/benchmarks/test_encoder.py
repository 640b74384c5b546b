"""The bare encoder is found in the shipped graph and runs."""

from pathlib import Path

import numpy as np
import pytest

import onrecord
from onrecord.reading import load_model
from onrecord.reading.labels import OUTPUTS

onnx = pytest.importorskip("onnx", reason="onnx is a development extra: pip install 'onrecord[check]'")

from benchmarks.encoder import Encoder, encoder_output  # noqa: E402 - it imports onnx itself
from benchmarks.speed import STAGES, measure_speed, measure_stages, windows_of  # noqa: E402

GRAPH = Path(onrecord.__file__).parent / "data" / "model" / "reading.onnx"
TEXT = "Ferry line adds two boats\n\nThe harbour office said on Monday that two boats would join the line."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(GRAPH, 1)


def test_every_head_reads_the_encoder_through_its_output() -> None:
    graph = onnx.load(str(GRAPH)).graph
    output = encoder_output(graph)
    made_by = {name: node for node in graph.node for name in node.output}
    waiting, before = list(OUTPUTS), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in before and name in made_by:
            before.add(name)
            waiting += made_by[name].input
    assert output in before
    norms = [n.output[0] for n in graph.node if n.op_type.endswith("LayerNormalization")]
    after_last = [name for name in norms[norms.index(output) + 1 :] if name in before]
    assert after_last == [], "a layer normalisation follows the encoder's output: is it a head's, or another layer's?"


def test_the_encoder_gives_a_vector_for_every_piece(encoder: Encoder) -> None:
    windows = windows_of(TEXT, load_model(None, 1))
    assert len(windows) == 1
    ((pieces, marks),) = windows
    vectors = encoder.run(pieces, marks)
    assert vectors.shape[:2] == pieces.shape
    assert vectors.shape[2] > 1
    assert np.isfinite(vectors).all()


def test_a_graph_without_an_encoder_is_refused() -> None:
    graph = onnx.load(str(GRAPH)).graph
    del graph.node[:]
    with pytest.raises(ValueError, match="no layer normalisation of pieces and marks"):
        encoder_output(graph)


def test_speed_adds_up(encoder: Encoder) -> None:
    found = measure_speed([TEXT, TEXT.replace("two", "three")], load_model(None, 1), encoder, 2)
    assert (found.articles, found.windows) == (2, 2)
    assert found.words == sum(len(onrecord.read(t).parse.words) for t in (TEXT, TEXT.replace("two", "three")))
    assert found.ratio == pytest.approx(found.door / found.encoder)
    assert tuple(found.shares) == STAGES


def test_stages_make_up_the_whole() -> None:
    shares = measure_stages([TEXT] * 5)
    assert sum(shares.values()) == pytest.approx(1.0)
    assert all(share > 0 for share in shares.values())
    assert max(shares, key=lambda stage: shares[stage]) == "model"
