"""Articles scored against gold, and the figures that come of them; ``evaluation.statements`` says how."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.results import Figure, f1_figure, share_figure
from evaluation.statement_fields import Verdict, judge
from evaluation.statement_gold import Row
from evaluation.statement_match import Pairing, Side, WordTable, pair_statements

__all__ = ["SHAPES", "Scored", "confusion", "figures", "score_article", "shape_figures"]

Verdicts = Mapping[str, Verdict]
NULLABLE = ("number", "role", "speaks_for", "basis")


@dataclass(frozen=True, slots=True)
class Scored:
    """One article's statements paired, and the verdicts on each pair, in the order of the pairs."""

    name: str
    pairing: Pairing
    verdicts: tuple[Verdicts, ...]

    def required(self) -> list[tuple[Side, Side, Verdicts]]:
        """Return the pairs whose gold is required, with their verdicts."""
        rows = zip(self.pairing.pairs, self.verdicts, strict=True)
        return [(gold, found, verdicts) for (gold, found), verdicts in rows if not gold.optional]

    def missed(self) -> list[Side]:
        """Return the required gold that nothing matches."""
        return [gold for gold in self.pairing.missed if not gold.optional]


def score_article(name: str, text: str, gold: Sequence[Row], found: Sequence[Row]) -> Scored:
    """Pair an article's statements and judge the fields of each pair."""
    table, pairing = WordTable(text), pair_statements(text, gold, found)
    return Scored(name, pairing, tuple(judge(g, f, table) for g, f in pairing.pairs))


def figures(articles: Iterable[Scored]) -> list[Figure]:
    """Return every figure over some articles, shapes aside, in the order to print."""
    scored = list(articles)
    pairs = [pair for one in scored for pair in one.required()]
    verdicts = [v for _, _, v in pairs]
    gold = len(pairs) + sum(len(one.missed()) for one in scored)
    found = len(pairs) + sum(len(one.pairing.extra) for one in scored)
    exact = sum((g.source, g.cue, g.content) == (f.source, f.cue, f.content) for g, f, _ in pairs)
    return [
        f1_figure("statements", len(pairs), found, gold),
        f1_figure("statements all exact", exact, found, gold),
        _accuracy("chain", verdicts),
        _accuracy("chain, links required", [v for v in verdicts if v["chain"].given], of="chain"),
        _accuracy("speaker", [v for v in verdicts if v["speaker"].given]),
        _accuracy("speaker, gold null", [v for v in verdicts if not v["speaker"].given], of="speaker"),
        _accuracy("source kind", verdicts, of="kind"),
        _accuracy("attribution", verdicts),
        *(
            figure
            for name in NULLABLE
            for figure in (_accuracy(name, verdicts), _given(f"{name} given", verdicts, (name,)))
        ),
        _stance_macro(scored),
        _accuracy("stance", verdicts),
        _accuracy("certainty", verdicts),
        _given("condition and scope", verdicts, ("condition", "scope")),
        _accuracy("condition", verdicts),
        _accuracy("scope", verdicts),
        _accuracy("said_on", verdicts),
        _given("said_on given", verdicts, ("said_on",)),
        _accuracy("quotation", verdicts),
        _accuracy("uncertain", verdicts),
        _given("uncertain given", verdicts, ("uncertain",)),
    ]


def _accuracy(name: str, verdicts: Sequence[Verdicts], of: str | None = None) -> Figure:
    return share_figure(name, sum(v[of or name].right for v in verdicts), len(verdicts))


def _given(name: str, verdicts: Sequence[Verdicts], fields: Sequence[str]) -> Figure:
    """F1 of the values that are not null."""
    all_ = [v[field] for v in verdicts for field in fields]
    right = sum(one.right and one.given for one in all_)
    return f1_figure(name, right, sum(one.answered for one in all_), sum(one.given for one in all_))


def confusion(articles: Iterable[Scored]) -> Counter[tuple[str, str]]:
    """Count (gold stance, found stance) over the required pairs."""
    verdicts = (v["stance"] for one in articles for _, _, v in one.required())
    return Counter((v.expected, v.got) for v in verdicts)


def _stance_macro(scored: Sequence[Scored]) -> Figure:
    table = confusion(scored)
    in_gold = {g for g, _ in table} | {side.row["stance"] for one in scored for side in one.missed()}
    scores = list[float]()
    for stance in in_gold:
        gold = sum(n for (g, _), n in table.items() if g == stance)
        found = sum(n for (_, f), n in table.items() if f == stance)
        scores.append(2 * table[stance, stance] / max(1, gold + found))
    return Figure("stance macro F1", round(100 * sum(scores) / max(1, len(scores)), 2), table.total())


def _all_of(*fields: str) -> Callable[[Side, Verdicts], bool]:
    return lambda _, verdicts: all(verdicts[field].right for field in fields)


def _by_author(found: Side, _: Verdicts) -> bool:
    return (found.row.get("source") or {}).get("kind") == "author"


SHAPES: dict[int, tuple[str, str, Callable[[Side, Verdicts], bool]]] = {
    1: ("X reported, citing Y", "chain", _all_of("chain")),
    2: ("three and more links", "chain", _all_of("chain")),
    3: ("place of utterance", "chain", _all_of("chain")),
    4: ("dateline or credit", "chain", _all_of("chain")),
    5: ("quotation running on", "matched", _all_of()),
    6: ("general denial, no answer", "stance, said_on", _all_of("stance", "said_on")),
    7: ("conditional", "stance, condition", _all_of("stance", "condition")),
    8: ("withholds", "stance", _all_of("stance")),
    9: ("denial by principle, scoped", "stance, scope", _all_of("stance", "scope")),
    10: ("passive hearsay", "attribution, kind", _all_of("attribution", "kind")),
    11: ("background by the author", "source is author", _by_author),
    12: ("one party reporting another", "chain", _all_of("chain")),
    13: ("both wordings of a relay", "matched", _all_of()),
    14: ("ellipsis, uncertain edge", "matched, uncertain", _all_of("uncertain")),
}
"""By number: the shape, what is tested, and the test of a matched pair."""


def shape_figures(articles: Iterable[Scored]) -> list[Figure]:
    """Return two shares of the required gold of each shape that occurs: matched, and right in what the shape tests."""
    gold, matched, right = Counter[int](), Counter[int](), Counter[int]()
    for one in articles:
        for side in one.missed():
            gold.update(side.row["shapes"])
        for side, found, verdicts in one.required():
            gold.update(side.row["shapes"])
            matched.update(side.row["shapes"])
            right.update(n for n in side.row["shapes"] if SHAPES[n][2](found, verdicts))
    return [
        figure
        for n in SHAPES
        if gold[n]
        for figure in (
            share_figure(f"shape {n} matched", matched[n], gold[n]),
            share_figure(f"shape {n}", right[n], gold[n]),
        )
    ]
