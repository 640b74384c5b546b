"""Scores a network in torch while it trains: attributions on the held-out part, trees and tags on EWT dev."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import torch

from evaluation.relations import count_article, figures
from onrecord.reading import decode
from onrecord.reading.attributions import attributions_of
from onrecord.reading.decode import best_tags, best_trees, spans_of
from onrecord.reading.labels import ENTITIES
from onrecord.reading.windows import Spelling, cut_windows
from onrecord.reading.words import lay_out
from training.batches import Prepared, collate
from training.corpus import NONE
from training.network import Chain, Network

__all__ = ["check_said", "check_tree"]


def _chain(chain: Chain) -> decode.Chain:
    steps, first = chain.scores()
    return decode.Chain(steps.detach().numpy(), first.detach().numpy())


@torch.no_grad()
def check_said(
    network: Network, prepared: Sequence[Prepared], rows: Sequence[dict[str, Any]], spelling: Spelling
) -> dict[str, float]:
    """Return F1 figures for PolNeAR articles and their rows."""
    network.eval()
    total: Counter[str] = Counter()
    chain = _chain(network.attribution_chain)
    for p, row in zip(prepared, rows, strict=True):
        layout, found = lay_out(row["text"]), []
        for window in cut_windows(p.sample.units, p.pieces.offsets):
            b = collate([(p, window)], spelling, [])
            out = network(b.pieces, b.marks, b.firsts, b.sentences)
            (tags,) = best_tags([(out["attribution"][0].numpy(), chain)])
            for x in attributions_of(tags, out["links"][0].numpy(), window[0]):
                roles = {"source": x.source, "cue": x.cue, "content": x.content}
                found.append(
                    {k: [(layout.words[a][0], layout.words[e - 1][1]) for a, e in v] for k, v in roles.items()}
                )
        total += count_article(row["text"], row["attributions"], found)
    network.train()
    return {k: v[2] for k, v in figures(total).items()}


@torch.no_grad()
def check_tree(network: Network, prepared: Sequence[Prepared], spelling: Spelling) -> dict[str, float]:
    """Return UPOS, UAS, LAS (punctuation counted), lemma accuracy and entity F1 for treebank samples."""
    network.eval()
    n: Counter[str] = Counter()
    chain = _chain(network.entity_chain)
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
