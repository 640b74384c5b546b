"""Scores a network in torch while it trains: attributions on the held-out part, trees and tags on EWT dev."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from evaluation.relations import count_article, figures
from onrecord.reading import decode
from onrecord.reading.attributions import attributions_of
from onrecord.reading.decode import Floats, best_tags, best_trees, spans_of
from onrecord.reading.labels import ATTRIBUTION, ENTITIES, ROLES
from onrecord.reading.parse import paragraph_starts, within
from onrecord.reading.windows import Pieces, Spelling, cut_windows
from onrecord.reading.words import lay_out
from onrecord.records import Span
from training.batches import Prepared, collate
from training.corpus import NONE
from training.network import Chain, Network

__all__ = ["Heard", "chain_of", "check_tree", "hear", "said_figures"]


def chain_of(chain: Chain) -> decode.Chain:
    """Return a trained chain as the runtime knows it."""
    steps, first = chain.scores()
    return decode.Chain(steps.detach().numpy(), first.detach().numpy())


@dataclass(frozen=True, slots=True)
class Heard:
    """One article as the network scores it: each window's range, emissions and links, and what is needed to decode them."""

    row: dict[str, Any]
    words: tuple[Span, ...]
    windows: list[tuple[Span, Floats, Floats]]
    pieces: Pieces
    quoted: tuple[bool, ...]


@torch.no_grad()
def hear(
    network: Network, prepared: Sequence[Prepared], rows: Sequence[dict[str, Any]], spelling: Spelling
) -> list[Heard]:
    """Score the attributions of PolNeAR articles."""
    network.eval()
    heard = []
    for p, row in zip(prepared, rows, strict=True):
        windows = []
        for window in cut_windows(p.sample.units, p.pieces.offsets):
            b = collate([(p, window)], spelling, [])
            out = network(b.pieces, b.marks, b.firsts, b.sentences)
            windows.append((window, out["attribution"][0].numpy(), out["links"][0].numpy()))
        words = lay_out(row["text"], row["title"]).words
        heard.append(Heard(row, words, windows, p.pieces, p.sample.units.quoted))
    network.train()
    return heard


def said_figures(heard: Sequence[Heard], chain: decode.Chain) -> dict[str, float]:
    """Decode as the reading room does and return F1 figures by name."""
    total: Counter[str] = Counter()
    for article in heard:
        jobs = []
        for window, emissions, _ in article.windows:
            jobs.append((within(emissions, ATTRIBUTION, paragraph_starts(article.pieces, window)), chain))
        found = []
        for (window, _, links), tags in zip(article.windows, best_tags(jobs), strict=True):
            a, b = window
            for x in attributions_of(tags, links, article.pieces.sentences[a:b], article.quoted[a:b], a):
                parts = {r: getattr(x, r) for r in ROLES}
                found.append(
                    {r: [(article.words[a][0], article.words[b - 1][1]) for a, b in v] for r, v in parts.items()}
                )
        total += count_article(article.row["text"], article.row["attributions"], found)
    return {k: v[2] for k, v in figures(total).items()}


@torch.no_grad()
def check_tree(network: Network, prepared: Sequence[Prepared], spelling: Spelling) -> dict[str, float]:
    """Return UPOS, UAS, LAS (punctuation counted), lemma accuracy and entity F1 for treebank samples."""
    network.eval()
    n: Counter[str] = Counter()
    chain = chain_of(network.entity_chain)
    for p in prepared:
        for window in cut_windows(p.sample.units, p.pieces.offsets):
            b = collate([(p, window)], spelling, list(p.sample.labels))
            out = network(b.pieces, b.marks, b.firsts, b.sentences)
            gold = {k: v[0].numpy() for k, v in b.labels.items()}
            inside = [
                (max(a, window[0]) - window[0], min(e, window[1]) - window[0]) for a, e in p.sample.units.sentences
            ]
            heads = best_trees(out["arcs"][0].numpy(), [(a, e) for a, e in inside if a < e])
            pairs = network.relation_scores(out["dependents"][0], out["heads"][0][torch.from_numpy(heads)])
            right = heads == gold["heads"]
            n["words"] += len(heads)
            n["uas"] += int(right.sum())
            n["las"] += int((right & (pairs.argmax(1).numpy() == gold["relations"])).sum())
            n["upos"] += int((out["upos"][0].argmax(1).numpy() == gold["upos"]).sum())
            n["lemmas"] += int((out["lemmas"][0].argmax(1).numpy() == gold["lemmas"]).sum())
            if not (gold["entities"] == NONE).any():
                g = set(spans_of(gold["entities"], ENTITIES))
                f = set(spans_of(best_tags([(out["entities"][0].numpy(), chain)])[0], ENTITIES))
                n.update({"right": len(g & f), "gold": len(g), "found": len(f)})
    network.train()
    out_figures = {k: round(100 * n[k] / n["words"], 2) for k in ("upos", "uas", "las", "lemmas")}
    return out_figures | {"entities": round(200 * n["right"] / max(1, n["gold"] + n["found"]), 2)}
