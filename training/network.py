"""The reading network: one BERT encoder over word pieces, light heads over words.

Shapes: B windows, P pieces, W words, H = 384 hidden, L labels of a head.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.labels import ATTRIBUTION, ENTITIES, MARKS, UPOS

__all__ = ["Encoder", "Network", "Sizes"]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network, and what training does to it.

    ``rank`` is per factor: the relation head's vectors are twice as wide. ``rounded`` rounds the layers' inputs while
    training as the int8 graph will round them, so that the weights learn to bear it.
    """

    relations: int
    scripts: int
    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 256
    tag: int = 256
    link: int = 192
    arc: int = 256
    rank: int = 96
    inner_dropout: float = 0.0
    rounded: bool = False


def _rounded(x: Tensor) -> Tensor:
    """Return x as ONNX Runtime's dynamic quantisation sees it: 256 steps from its least to its greatest value, 0 among them.

    The gradient passes as if nothing had been rounded.
    """
    low, high = torch.aminmax(x.detach())
    low, high = low.clamp(max=0), high.clamp(min=0)
    step = ((high - low) / 255).clamp(min=1e-8)
    zero = torch.round(-low / step).to(torch.int32)
    return torch.fake_quantize_per_tensor_affine(x, step, zero, 0, 255)


class Layer(nn.Module):
    """One BERT layer, normalised after each part."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        h = sizes.hidden
        self.heads = sizes.heads
        self.qkv = nn.Linear(h, 3 * h)
        self.out = nn.Linear(h, h)
        self.norm1 = nn.LayerNorm(h, eps=1e-12)
        self.up = nn.Linear(h, sizes.inner)
        self.down = nn.Linear(sizes.inner, h)
        self.norm2 = nn.LayerNorm(h, eps=1e-12)
        self.dropout, self.rounded = sizes.inner_dropout, sizes.rounded

    def _round(self, x: Tensor) -> Tensor:
        return _rounded(x) if self.training and self.rounded else x

    def _drop(self, x: Tensor) -> Tensor:
        """Drop the same channels at every piece of a window: as good a noise as the usual one and nearly free on a CPU."""
        if not self.training or not self.dropout:
            return x
        kept = torch.full((x.shape[0], 1, x.shape[2]), 1 - self.dropout).bernoulli() / (1 - self.dropout)
        return x * kept

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take x (B, P, H), mask (B, 1, 1, P) added to the attention scores, or None -> (B, P, H)."""
        b, p, h = x.shape
        q, k, v = (
            self.qkv(self._round(x)).view(b, p, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        )  # (B, heads, P, H / heads)
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self._drop(self.out(self._round(y.transpose(1, 2).reshape(b, p, h)))))
        wide = functional.gelu(self.up(self._round(x)))  # (B, P, inner)
        return self.norm2(x + self._drop(self.down(self._round(wide))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """BERT with a table of marks (case, quotation, sentence and paragraph starts) added to the word pieces."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.marks = nn.Embedding(MARKS, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        nn.init.zeros_(self.marks.weight)
        self.words.weight.requires_grad_(False)  # noqa: FBT003

    def forward(self, pieces: Tensor, marks: Tensor, mask: Tensor | None) -> list[Tensor]:
        """pieces, marks (B, P) -> the output of every layer, each (B, P, H)."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.marks(marks)
        x = self.norm(x)
        outputs = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        return outputs

    def load_bert(self, path: Path) -> None:
        """Start from a BERT safetensors file (names as in the transformers library)."""
        w = load_file(path)
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        with torch.no_grad():
            self.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            kind = w["embeddings.token_type_embeddings.weight"][0]
            self.positions.weight.copy_(
                w["embeddings.position_embeddings.weight"][: self.positions.num_embeddings] + kind
            )
            self.norm.load_state_dict({k: w[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
            for i, layer in enumerate(self.layers):
                pre = f"encoder.layer.{i}"
                for k in ("weight", "bias"):
                    parts = [w[f"{pre}.attention.self.{n}.{k}"] for n in ("query", "key", "value")]
                    getattr(layer.qkv, k).copy_(torch.cat(parts))
                    getattr(layer.out, k).copy_(w[f"{pre}.attention.output.dense.{k}"])
                    getattr(layer.norm1, k).copy_(w[f"{pre}.attention.output.LayerNorm.{k}"])
                    getattr(layer.up, k).copy_(w[f"{pre}.intermediate.dense.{k}"])
                    getattr(layer.down, k).copy_(w[f"{pre}.output.dense.{k}"])
                    getattr(layer.norm2, k).copy_(w[f"{pre}.output.LayerNorm.{k}"])


class Chain(nn.Module):
    """A linear-chain CRF over BIO tags; impossible steps are forbidden in training as in decoding."""

    forbidden: Tensor
    not_first: Tensor

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        n = len(labels)
        self.steps = nn.Parameter(torch.zeros(n, n))
        self.first = nn.Parameter(torch.zeros(n))
        inside = torch.tensor([tag.startswith("I-") for tag in labels])
        same = torch.tensor([[b.startswith("I-") and a[1:] == b[1:] for b in labels] for a in labels])
        self.register_buffer("forbidden", inside[None, :] & ~same)
        self.register_buffer("not_first", inside)

    def scores(self) -> tuple[Tensor, Tensor]:
        """Return steps (L, L) from row to column, and first (L), with forbidden ones at -1e4."""
        return self.steps.masked_fill(self.forbidden, -1e4), self.first.masked_fill(self.not_first, -1e4)

    def loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Sum over windows of the negative log likelihood.

        Args:
            emissions: (B, W, L).
            tags: (B, W), anything beyond a window's length.
            lengths: (B) words of each window.
        """
        steps, first = self.scores()
        w = emissions.shape[1]
        inside = torch.arange(w)[None, :] < lengths[:, None]  # (B, W)
        tags = tags.clamp(min=0)
        gold = emissions.gather(2, tags[..., None])[..., 0]  # (B, W)
        moves = steps[tags[:, :-1], tags[:, 1:]]  # (B, W - 1)
        total = (gold * inside).sum() + (moves * inside[:, 1:]).sum() + first[tags[:, 0]].sum()
        alpha = first + emissions[:, 0]  # (B, L)
        for i in range(1, w):
            grown = torch.logsumexp(alpha[:, :, None] + steps, dim=1) + emissions[:, i]
            alpha = torch.where(inside[:, i, None], grown, alpha)
        return torch.logsumexp(alpha, dim=1).sum() - total


class Mix(nn.Module):
    """A learned average of the encoder's layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        weights = torch.zeros(layers)
        weights[-1] = 2.0
        self.weights = nn.Parameter(weights)

    def forward(self, stacked: Tensor) -> Tensor:
        """(layers, B, W, H) -> (B, W, H)."""
        return (torch.softmax(self.weights, 0)[:, None, None, None] * stacked).sum(0)


def _mlp(width: int, hidden: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, out))


class Network(nn.Module):
    """Encoder and heads; ``forward`` gives the tensors that ``onrecord.reading.labels.OUTPUTS`` names."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        h = sizes.hidden
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.said_mix, self.tree_mix = Mix(sizes.layers), Mix(sizes.layers)
        self.dropout = dropout
        self.attribution = _mlp(h, sizes.tag, len(ATTRIBUTION))
        self.entities = _mlp(h, sizes.tag // 2, len(ENTITIES))
        self.attribution_chain = Chain(ATTRIBUTION)
        self.entity_chain = Chain(ENTITIES)
        self.upos = _mlp(h, sizes.tag // 2, len(UPOS))
        self.lemmas = nn.Linear(h, sizes.scripts)
        self.link_from = _mlp(h, sizes.link, sizes.link)
        self.link_to = _mlp(h, sizes.link, sizes.link)
        self.arc_from = nn.Sequential(nn.Linear(h, sizes.arc), nn.GELU())
        self.arc_to = nn.Sequential(nn.Linear(h, sizes.arc), nn.GELU())
        self.arc = nn.Linear(sizes.arc, sizes.arc, bias=False)
        self.arc_bias = nn.Linear(sizes.arc, 1)
        self.root = nn.Parameter(torch.randn(h) * 0.02)
        self.no_link = nn.Parameter(torch.randn(h) * 0.02)
        self.dependents = nn.Linear(h, 2 * sizes.rank)
        self.heads = nn.Linear(h, 2 * sizes.rank)
        self.relations = nn.Linear(2 * sizes.rank, sizes.relations)
        self.unmask = nn.Sequential(nn.Linear(h, h), nn.GELU(), nn.LayerNorm(h))
        self.unmask_bias = nn.Parameter(torch.zeros(sizes.vocabulary))

    def forward(
        self, pieces: Tensor, marks: Tensor, firsts: Tensor, sentences: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """pieces, marks (B, P), firsts, sentences (B, W), mask (B, 1, 1, P) -> named outputs and ``last`` (B, P, H)."""
        layers = self.encoder(pieces, marks, mask)
        index = firsts[..., None].expand(-1, -1, self.sizes.hidden)
        stacked = torch.stack([x.gather(1, index) for x in layers])  # (layers, B, W, H)
        out = self.score_words(self._drop(self.said_mix(stacked)), self._drop(self.tree_mix(stacked)))
        same = sentences[:, :, None] == sentences[:, None, :]  # (B, W, W)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
        return out | {"arcs": out["arcs"].masked_fill(~allowed, -1e4), "last": layers[-1]}

    def score_words(self, said: Tensor, tree: Tensor) -> dict[str, Tensor]:
        """Score word vectors mixed for attribution and for the tree, both (B, W, H); arcs may leave their sentence here."""
        rooted = self._before(self.root, tree)
        to = self.arc_to(rooted)  # (B, W + 1, arc)
        arcs = self.arc(self.arc_from(tree)) @ to.transpose(1, 2) / self.sizes.arc**0.5
        return {
            "attribution": self.attribution(said),
            "links": self._links(said),
            "entities": self.entities(tree),
            "upos": self.upos(tree),
            "lemmas": self.lemmas(tree),
            "arcs": arcs + self.arc_bias(to).transpose(1, 2),
            "dependents": self.dependents(tree),
            "heads": self.heads(rooted),
        }

    def _drop(self, x: Tensor) -> Tensor:
        """Drop the same channels of every word of a window."""
        if not self.training:
            return x
        kept = torch.full((x.shape[0], 1, x.shape[2]), 1 - self.dropout).bernoulli() / (1 - self.dropout)
        return x * kept

    @staticmethod
    def _before(vector: Tensor, x: Tensor) -> Tensor:
        return torch.cat([vector.expand(x.shape[0], 1, -1), x], dim=1)

    def _links(self, x: Tensor) -> Tensor:
        to = self.link_to(self._before(self.no_link, x))  # (B, W + 1, link)
        scores: Tensor = self.link_from(x) @ to.transpose(1, 2) / self.sizes.link**0.5
        return scores

    def relation_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Pairs of vectors (N, 2 x rank) -> relation scores (N, relations); the runtime does the same in numpy."""
        r = self.sizes.rank
        features = torch.cat([torch.relu(dependents[:, :r] + heads[:, :r]), dependents[:, r:] * heads[:, r:]], dim=1)
        return self.relations(features)  # type: ignore[no-any-return]

    def words_at(self, vectors: Tensor) -> Tensor:
        """Vectors of masked pieces (N, H) -> scores over the vocabulary (N, V)."""
        scores: Tensor = self.unmask(vectors) @ self.encoder.words.weight.T + self.unmask_bias
        return scores
