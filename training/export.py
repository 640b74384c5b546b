"""Checkpoint to the shipped files: an int8 ONNX graph, its labels, its decoding tables, its tokenizer.

The word table is kept in int8 with a scale per row; matrix products are quantised dynamically by ONNX Runtime with
7-bit weights, so that the sums cannot overflow on x86 CPUs without VNNI. Nothing is written unless the float graph
agrees with torch.
"""

import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.decode import Floats
from onrecord.reading.labels import ATTRIBUTION, ENTITIES, INPUTS, OUTPUTS
from onrecord.reading.model import PARTS, load_model
from training.check import chain_of
from training.network import Encoder, Layer, Mix, Network, Sizes
from training.tune import biased

__all__ = ["export", "load_final"]

log = logging.getLogger("training")
OPSET = 17
TOLERANCE = 2e-3
"""Greatest absolute difference of any score between torch and the float graph."""
SPREAD = 4.0
"""Standard deviations that a normalised channel is taken to reach."""
EVENNESS = 0.75
"""Share of a channel's range that moves from the activation to the weights; chosen on the held-out tenth."""
ALIKE = 0.85
"""Least share of parts of speech that the int8 graph must share with torch on random pieces, where scores lie close together."""


class Attention(torch.autograd.Function):
    """Attention of several heads over q, k, v (1, P, H): plain in torch, one fused operation in ONNX Runtime."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        """Return (1, P, H)."""
        del ctx
        h = q.shape[2]
        q, k, v = (t.reshape(1, -1, heads, h // heads).transpose(1, 2) for t in (q, k, v))  # (1, heads, P, H / heads)
        return functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(1, -1, h)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        """Name the fused operation; the exporter calls this."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Even(nn.Module):
    """A product of a normalised vector, its loud channels turned down and their weights up.

    One scale serves all channels of an activation when it is rounded; a few channels that the norm makes large would leave
    the others few steps. Moving part of their range into the weights, which are rounded channel by channel, is
    SmoothQuant (Xiao et al., ICML 2023); the range is taken from the norm's own gain, so that no data is needed.
    """

    quiet: Tensor

    def __init__(self, linear: nn.Linear, norm: nn.LayerNorm) -> None:
        super().__init__()
        loud = norm.weight.detach().abs() * SPREAD + norm.bias.detach().abs()
        scale = loud**EVENNESS / linear.weight.detach().abs().amax(0) ** (1 - EVENNESS)
        scale = scale / scale.mean()
        self.register_buffer("quiet", 1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * scale)
            self.linear.bias.copy_(linear.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Take x (1, P, H) -> (1, P, out)."""
        return self.linear(x * self.quiet)  # type: ignore[no-any-return]


class PlainEncoder(nn.Module):
    """The encoder in operations that ONNX Runtime fuses, with an int8 word table."""

    table: Tensor
    scale: Tensor

    def __init__(self, encoder: Encoder, quantise: bool) -> None:
        super().__init__()
        self.encoder, self.quantise = encoder, quantise
        table = encoder.words.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)
        layers = [x for x in encoder.layers if isinstance(x, Layer)]
        before = [encoder.norm, *(x.norm2 for x in layers)]
        given = [(x.qkv, n, x.up, x.norm1) for x, n in zip(layers, before, strict=False)]
        self.qkvs = nn.ModuleList(Even(qkv, n) if quantise else qkv for qkv, n, _, _ in given)
        self.ups = nn.ModuleList(Even(up, n) if quantise else up for _, _, up, n in given)

    def forward(self, pieces: Tensor, marks: Tensor) -> list[Tensor]:
        """pieces, marks (1, P) -> the output of every layer, each (1, P, H)."""
        e = self.encoder
        if self.quantise:
            words = functional.embedding(pieces, self.table).to(torch.float32) * functional.embedding(
                pieces, self.scale
            )
        else:
            words = e.words(pieces)
        x = e.norm(words + e.positions.weight[: pieces.shape[1]] + e.marks(marks))
        outputs = []
        for layer, qkv, up in zip(e.layers, self.qkvs, self.ups, strict=True):
            assert isinstance(layer, Layer)
            x = self.layer(layer, qkv, up, x)
            outputs.append(x)
        return outputs

    @staticmethod
    def layer(layer: Layer, qkv: nn.Module, up: nn.Module, x: Tensor) -> Tensor:
        """One layer with its first products given apart, x (1, P, H)."""
        q, k, v = qkv(x).split(x.shape[2], dim=2)
        seen = Attention.apply(q, k, v, layer.heads)  # type: ignore[no-untyped-call]
        x = layer.norm1(x + layer.out(seen))
        return layer.norm2(x + layer.down(functional.gelu(up(x))))  # type: ignore[no-any-return]


class Shipped(nn.Module):
    """The network's graph as it ships: one window, outputs as a tuple in the order of ``OUTPUTS``."""

    def __init__(self, network: Network, quantise: bool) -> None:
        super().__init__()
        self.network = network
        self.plain = PlainEncoder(network.encoder, quantise)

    def forward(self, pieces: Tensor, marks: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Inputs as ``INPUTS`` names them -> the tensors of ``OUTPUTS``."""
        layers = [x[:, firsts[0]] for x in self.plain(pieces, marks)]
        said, tree = self.mixed(self.network.said_mix, layers), self.mixed(self.network.tree_mix, layers)
        out = self.network.score_words(said, tree)
        return tuple(out[name] for name in OUTPUTS)

    @staticmethod
    def mixed(mix: Mix, layers: list[Tensor]) -> Tensor:
        """Word vectors of each layer (1, W, H) -> their average, without stacking them."""
        weights = torch.softmax(mix.weights, 0).tolist()
        total: Tensor = weights[0] * layers[0]
        for weight, layer in zip(weights[1:], layers[1:], strict=True):
            total = total + weight * layer
        return total


def load_final(path: Path) -> tuple[Network, dict[str, Any]]:
    """Return a trained network and the labels that grow with the treebanks."""
    whole = torch.load(path, weights_only=True)
    network = Network(Sizes(len(whole["relations"]), len(whole["scripts"])))
    network.load_state_dict(whole["network"])
    return network.eval(), {k: whole[k] for k in ("relations", "scripts", "biases")}


def _example(pieces: int, words: int, seed: int) -> dict[str, np.ndarray[Any, Any]]:
    rng = np.random.default_rng(seed)
    firsts = np.sort(rng.choice(np.arange(1, pieces - 1), words, replace=False))
    values = (rng.integers(1000, 30000, pieces), rng.integers(0, 72, pieces), firsts)
    return {n: v[None].astype(np.int64) for n, v in zip(INPUTS, values, strict=True)}


def _write_graph(network: Network, path: Path, quantise: bool) -> None:
    example = _example(40, 25, 0)
    axes = {"pieces": {1: "P"}, "marks": {1: "P"}, "firsts": {1: "W"}}
    axes |= {name: {1: "W"} for name in OUTPUTS}
    axes |= {"links": {1: "W", 2: "W1"}, "arcs": {1: "W", 2: "W1"}, "heads": {1: "W1"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Shipped(network, quantise).eval(),
            tuple(torch.from_numpy(example[n]) for n in INPUTS),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )


def _agree(network: Network, path: Path) -> float:
    """Return the greatest difference between torch and a float graph on windows of several sizes."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 0.0
    for seed, (pieces, words) in enumerate(((12, 5), (97, 60), (256, 254), (200, 128))):
        example = _example(pieces, words, seed)
        with torch.no_grad():
            one_sentence = torch.zeros(1, words, dtype=torch.int64)
            wanted = network(*(torch.from_numpy(example[n]) for n in INPUTS), one_sentence)
        for name, got in zip(OUTPUTS, session.run(list(OUTPUTS), example), strict=True):
            worst = max(worst, float(np.abs(np.asarray(got) - wanted[name].numpy()).max()))
    return worst


def export(final: Path, tokenizer: Path, folder: Path) -> None:
    """Write ``reading.onnx``, ``reading.json``, ``reading.npz`` and ``tokenizer.json`` to ``folder``.

    Raises:
        RuntimeError: a graph does not agree with torch (``TOLERANCE``, ``ALIKE``); nothing is written then.
    """
    network, labels = load_final(final)
    biases = labels.pop("biases")
    with tempfile.TemporaryDirectory() as scratch:
        exact, coarse, small = (Path(scratch) / n for n in ("exact.onnx", "coarse.onnx", "small.onnx"))
        _write_graph(network, exact, quantise=False)
        worst = _agree(network, exact)
        if worst > TOLERANCE:
            raise RuntimeError(
                f"{exact.name}: scores differ from torch by {worst:.2g}; at most {TOLERANCE:g} is accepted"
            )
        log.info("torch and the float graph differ by at most %.2g", worst)
        _write_graph(network, coarse, quantise=True)
        quantize_dynamic(
            coarse,
            small,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
        alike = _alike(network, small)
        if alike < ALIKE:
            raise RuntimeError(f"{small.name}: {alike:.1%} of tags as in torch; at least {ALIKE:.0%} is accepted")
        log.info("%.1f %% of the int8 graph's tags are those of torch", 100 * alike)
        shutil.copyfile(exact, final.with_name("exact.onnx"))
        whole = Path(scratch) / "whole"
        whole.mkdir()
        shutil.copyfile(small, whole / "reading.onnx")
        shutil.copyfile(tokenizer, whole / "tokenizer.json")
        (whole / "reading.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        np.savez(whole / "reading.npz", **_tables(network, biases))  # type: ignore[arg-type]
        load_model(whole)  # refuses files that do not fit together
        folder.mkdir(parents=True, exist_ok=True)
        for part in PARTS:
            shutil.move(whole / part, folder / part)


def _alike(network: Network, path: Path) -> float:
    """Return the share of parts of speech, on windows of random pieces, that an int8 graph gives as torch does."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    same = []
    for seed in range(8):
        example = _example(200, 150, seed)
        with torch.no_grad():
            wanted = network(*(torch.from_numpy(example[n]) for n in INPUTS), torch.zeros(1, 150, dtype=torch.int64))
        (got,) = session.run(["upos"], example)
        same.append(float((np.asarray(got).argmax(2) == wanted["upos"].numpy().argmax(2)).mean()))
    return sum(same) / len(same)


def _tables(network: Network, biases: Mapping[str, float]) -> Mapping[str, np.ndarray[Any, Any]]:
    """Return what decoding needs beside the graph: both chains and the relation head's last layer."""
    tables: dict[str, Floats] = {}
    for name, labels, chain in (
        ("attribution", ATTRIBUTION, network.attribution_chain),
        ("entities", ENTITIES, network.entity_chain),
    ):
        found = biased(chain_of(chain), labels, biases)
        tables |= {f"{name}_steps": found.steps, f"{name}_first": found.first}
    weight, bias = network.relations.weight.detach().T, network.relations.bias.detach()
    return tables | {"relations_weight": weight.numpy(), "relations_bias": bias.numpy()}
