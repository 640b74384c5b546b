"""The bare encoder is found in the shipped graph and runs."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

import onrecord
from benchmarks.__main__ import main
from benchmarks.articles import Article
from onrecord.reading import load_model
from onrecord.reading.labels import OUTPUTS
from onrecord.reading.model import PARTS, SHIPPED

onnx = pytest.importorskip("onnx", reason="onnx is a development extra: pip install 'onrecord[check]'")

from benchmarks.encoder import Encoder, encoder_output  # noqa: E402 - it imports onnx itself
from benchmarks.speed import STAGES, Speed, measure_speed, measure_stages, windows_of  # noqa: E402

GRAPH = SHIPPED / PARTS[0]
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
    windows = windows_of(Article(TEXT), load_model(None, 1))
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
    found = measure_speed([Article(TEXT), Article(TEXT.replace("two", "three"))], load_model(None, 1), encoder, 2)
    assert (found.articles, found.windows) == (2, 2)
    assert found.words == sum(len(onrecord.read(t).parse.words) for t in (TEXT, TEXT.replace("two", "three")))
    assert found.ratio == pytest.approx(found.door / found.encoder)
    assert tuple(found.shares) == STAGES


def test_stages_make_up_the_whole() -> None:
    shares = measure_stages([Article(TEXT)] * 5)
    assert sum(shares.values()) == pytest.approx(1.0)
    assert all(share > 0 for share in shares.values())
    assert "model" in sorted(shares, key=lambda stage: shares[stage])[-2:]


def test_the_encoder_sees_the_title_as_the_door_does(encoder: Encoder) -> None:
    text, model = TEXT.replace("boats\n", "boats.\n", 1), load_model(None, 1)
    ((_, plain),) = windows_of(Article(text), model)
    ((_, titled),) = windows_of(Article(text, "Ferry line adds two boats"), model)
    assert (plain != titled).any()


@pytest.mark.parametrize(("ratio", "verdict"), [(1.4, "within the target"), (1.4001, "MISSES the target")])
def test_the_ratio_is_held_against_the_target(ratio: float, verdict: str) -> None:
    assert Speed(1, 1, 1, ratio, 1.0, ratio, ratio, {}).verdict == f"{verdict} of at most 1.4"


def test_speed_is_printed_beside_its_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "1")
    (tmp_path / "polnear").mkdir()
    with gzip.open(tmp_path / "polnear" / "dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"title": "Ferry line adds two boats", "text": TEXT}) + "\n")
    assert main(["--data", str(tmp_path), "speed", "--articles", "1", "--rounds", "1"]) == 0
    assert "the target of at most 1.4; median article" in capsys.readouterr().out
