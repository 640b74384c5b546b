"""The training sets as samples: words with whichever labels a set has, and -100 where it has none."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.labels import ENTITIES, UPOS
from onrecord.reading.lemmas import script_of
from onrecord.reading.windows import Units
from onrecord.reading.words import Layout, lay_out, quoted_words
from onrecord.records import Span

__all__ = [
    "NONE",
    "Inventory",
    "Sample",
    "held_out",
    "permitted",
    "polnear",
    "read_conllu",
    "read_jsonl",
    "treebank",
    "units_of",
]

NONE = -100
GUM_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
ENTITY_KINDS = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "person": "person",
    "organization": "organisation",
}
ENTITY_KINDS |= {"place": "place"}
TITLES = frozenset(
    (
        "president", "senator", "sen", "general", "gen", "minister", "prime", "foreign", "sir", "lord", "lady", "king", "queen",
        "prince", "princess", "pope", "justice", "judge", "professor", "prof", "representative", "rep", "governor", "gov",
        "secretary", "captain", "colonel", "director", "chief", "mayor", "mr", "mrs", "ms", "miss", "dr", "saint",
    )
)  # fmt: skip
Integers = NDArray[np.int64]


@dataclass(slots=True)
class Sample:
    """One document (or one sentence) with the labels its set has.

    Every array has one value per word and holds ``NONE`` where nothing is known. ``heads`` and ``links`` count words from
    1 within the sample, 0 being the root or "no partner".
    """

    id: str
    units: Units
    labels: dict[str, Integers] = field(default_factory=dict)


@dataclass(slots=True)
class Inventory:
    """Labels that grow with the treebanks."""

    relations: list[str]
    scripts: list[str]

    @classmethod
    def of(cls, rows: Iterable[list[str]], least: int = 3) -> "Inventory":
        """Collect relations and lemma scripts seen at least ``least`` times in CoNLL-U rows."""
        relations: dict[str, int] = {}
        scripts: dict[str, int] = {}
        for row in rows:
            relation = row[7]
            relations[relation] = relations.get(relation, 0) + 1
            if row[2] != "_" or row[1] == "_":
                script = script_of(row[1], row[2])
                scripts[script] = scripts.get(script, 0) + 1
        kept = [s for s, n in sorted(scripts.items(), key=lambda x: (-x[1], x[0])) if n >= least]
        return cls(sorted(relations), kept)


def held_out(document: str, share: int = 10) -> bool:
    """Whether a document belongs to the part of train (one in ``share``) on which choices are tuned."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % share == 0


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def units_of(text: str, layout: Layout) -> Units:
    """Return a laid-out text as the model's units."""
    words = tuple(text[a:b] for a, b in layout.words)
    return Units(words, layout.sentences, layout.paragraphs, layout.headline, layout.quoted)


def polnear(row: dict[str, Any]) -> Sample:
    """Return a PolNeAR article with attribution tags and links.

    Where annotations overlap, cues win over sources and sources over contents, so that each word has one tag. A cue
    links to its source, each span of a content to its cue.
    """
    layout = lay_out(row["text"], row["title"])
    units = units_of(row["text"], layout)
    starts = np.array([a for a, _ in layout.words], np.int64)
    ends = np.array([b for _, b in layout.words], np.int64)

    def touched(spans: Sequence[Sequence[int]]) -> list[Span]:
        pairs = ((np.searchsorted(ends, a, side="right"), np.searchsorted(starts, b, side="left")) for a, b in spans)
        return sorted((int(a), int(b)) for a, b in pairs if b > a)

    relations = [{r: touched(x[r]) for r in ("source", "cue", "content")} for x in row["attributions"]]
    relations = [x for x in relations if x["cue"] and x["content"]]
    tags = _attribution_tags(relations, len(starts))
    return Sample(row["id"], units, {"attribution": tags, "links": _attribution_links(relations, tags)})


def _attribution_tags(relations: list[dict[str, list[Span]]], words: int) -> Integers:
    tags = np.zeros(words, np.int64)
    for role, begin in (("content", 5), ("source", 1), ("cue", 3)):
        for a, b in sorted({s for x in relations for s in x[role]}, key=lambda s: s[0] - s[1]):
            tags[a:b] = begin + 1
            tags[a] = begin
    for i, tag in enumerate(tags):
        # What an overlap cut in two is a span of its own again: an inside tag never follows another role.
        if tag and tag % 2 == 0 and (i == 0 or (tags[i - 1] + 1) // 2 != tag // 2):
            tags[i] = tag - 1
    return tags


def _attribution_links(relations: list[dict[str, list[Span]]], tags: Integers) -> Integers:
    links = np.full(len(tags), NONE, np.int64)
    for x in relations:
        cue = x["cue"][0][0]
        if tags[cue] != 3:
            continue
        source = x["source"][0][0] if x["source"] else -1
        links[cue] = source + 1 if source >= 0 and tags[source] == 1 else 0
        for i in (i for a, b in x["content"] for i in range(a, b)):
            if tags[i] == 5 and (links[i] == NONE or abs(links[i] - 1 - i) > abs(cue - i)):
                links[i] = cue + 1
    return links


def permitted(document: str) -> bool:
    """Whether the licence of a treebank document lets the shipped weights learn from it: of GUM, some genres only."""
    return not document.startswith("GUM_") or document.split("_")[1] in GUM_GENRES


def read_conllu(path: Path) -> Iterator[tuple[str, bool, list[list[str]]]]:
    """Yield (document, starts a paragraph, rows of words) for every sentence; ranges and empty nodes are left out."""
    document, paragraph, rows = path.name, True, list[list[str]]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=", 1)[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("#"):
                continue
            elif line.strip():
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif rows:
                yield document, paragraph, rows
                paragraph, rows = False, []


def _build(id_: str, sentences: Sequence[Sequence[str]], paragraphs: Sequence[int]) -> Sample:
    """Return a sample of sentences; ``paragraphs`` holds the number of each paragraph's first sentence."""
    words = tuple(w for s in sentences for w in s)
    bounds = [0]
    for s in sentences:
        bounds.append(bounds[-1] + len(s))
    spans = tuple(pairwise(bounds))
    edges = [*paragraphs, len(sentences)]
    parts = tuple(pairwise(edges))
    quoted = quoted_words(words, frozenset(bounds[p] for p in paragraphs))
    return Sample(id_, Units(words, spans, parts, 0, quoted))


def treebank(path: Path, inventory: Inventory, entities: dict[str, list[int]] | None = None) -> list[Sample]:
    """Return the documents of a treebank with part of speech, lemma, heads, relations, and entities where known.

    Args:
        path: gzipped CoNLL-U; of GUM only the genres whose licence allows it (``GUM_GENRES``).
        inventory: relations and lemma scripts.
        entities: for a set whose names are annotated elsewhere, entity tags by the sentence's words joined by a space.
    """
    documents: dict[str, list[tuple[bool, list[list[str]]]]] = {}
    for document, paragraph, rows in read_conllu(path):
        if permitted(document):
            documents.setdefault(document, []).append((paragraph, rows))
    relations = {r: i for i, r in enumerate(inventory.relations)}
    scripts = {s: i for i, s in enumerate(inventory.scripts)}
    samples = []
    for document, parts in documents.items():
        sample = _build(
            document, [[r[1] for r in rows] for _, rows in parts], [i for i, p in enumerate(parts) if p[0] or i == 0]
        )
        upos, lemmas, heads, labels, names = [], [], [], [], list[int]()
        start = 0
        for _, rows in parts:
            for row in rows:
                upos.append(UPOS.index(row[3]))
                lemmas.append(scripts.get(script_of(row[1], row[2]), NONE))
                heads.append(start + int(row[6]) if row[6] != "0" else 0)
                labels.append(relations.get(row[7], NONE))
            if document.startswith("GUM_"):
                names.extend(_gum_names(rows))
            else:
                names.extend((entities or {}).get(" ".join(r[1] for r in rows), [NONE] * len(rows)))
            start += len(rows)
        pairs = {"upos": upos, "lemmas": lemmas, "heads": heads, "relations": labels, "entities": names}
        sample.labels = {k: np.array(v, np.int64) for k, v in pairs.items()}
        samples.append(sample)
    return samples


def _gum_names(rows: list[list[str]]) -> list[int]:
    """Return entity tags for GUM's people, organisations and places whose head is a proper noun; the longer name wins."""
    opened: dict[str, list[tuple[int, str]]] = {}
    mentions = []
    for i, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for part in _brackets(value):
            name = part.strip("()").split("-")
            if part.startswith("("):
                opened.setdefault(name[0], []).append((i, name[1]))
            if part.endswith(")") and opened.get(name[0]):
                start, kind = opened[name[0]].pop()
                mentions.append((start, i + 1, kind))
    names = []
    for start, end, kind in mentions:
        heads = [i for i in range(start, end) if not (start < int(rows[i][6]) <= end)]
        if kind in ENTITY_KINDS and heads and rows[heads[0]][3] == "PROPN":
            names.append(
                (*_name_around(rows, start, end, heads[0], ENTITY_KINDS[kind] != "person"), ENTITY_KINDS[kind])
            )
    tags = [0] * len(rows)
    for a, b, kind in sorted(names, key=lambda m: m[0] - m[1]):
        if a < b and not any(tags[a:b]):
            begin = ENTITIES.index(f"B-{kind}")
            tags[a:b] = [begin] + [begin + 1] * (b - a - 1)
    return tags


def _name_around(rows: list[list[str]], start: int, end: int, head: int, joined: bool) -> Span:
    """Return the run of proper nouns around a mention's head; ``joined`` lets "of" tie two of them. Titles stay outside."""

    def proper(i: int) -> bool:
        return (
            rows[i][3] == "PROPN"
            or rows[i][4].startswith("NNP")
            or rows[i][1] in ("-", "&")
            or (joined and rows[i][1] in ("of", "for"))
        )

    a = b = head
    while a > start and proper(a - 1):
        a -= 1
    while b < end and proper(b):
        b += 1
    while a < head and (rows[a][4][:3] != "NNP" or (not joined and rows[a][1].rstrip(".").lower() in TITLES)):
        a += 1
    while b > head + 1 and rows[b - 1][4][:3] != "NNP":
        b -= 1
    return a, b


def _brackets(value: str) -> list[str]:
    """Split GUM's ``Entity=`` value into its openings and closings."""
    parts, current = [], ""
    for c in value:
        if c == "(" and current:
            parts.append(current)
            current = ""
        current += c
        if c == ")":
            parts.append(current)
            current = ""
    return [*parts, current] if current else parts


def entity_tags(tags: Sequence[str]) -> list[int]:
    """Return PER, ORG and LOC tags in this project's kinds; any other kind is outside."""
    out = []
    for tag in tags:
        kind = ENTITY_KINDS.get(tag[2:])
        out.append(ENTITIES.index(f"{tag[0]}-{kind}") if kind else 0)
    return out


def named_sentences(path: Path) -> list[Sample]:
    """Return wikigold-like rows as samples of one sentence each."""
    samples = []
    for row in read_jsonl(path):
        sample = _build(row["id"], [row["tokens"]], [0])
        sample.labels["entities"] = np.array(entity_tags(row["tags"]), np.int64)
        samples.append(sample)
    return samples
