"""What is never compared could hardly have reached the threshold."""

import random

import pytest

from benchmarks.screening.generated import parties
from evaluation.mangling import TREATMENTS
from onrecord.records.listings import PartyKind
from onrecord.screening import Index
from onrecord.screening.building import build_index
from onrecord.screening.compare import compare
from onrecord.screening.names import parse_name
from onrecord.screening.screen import THRESHOLD

MOST = 40


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Index generated parties of every kind."""
    folder = tmp_path_factory.mktemp("bounds")
    build_index(folder, ((0, party) for party in parties(3000)))
    return Index(folder)


@pytest.mark.parametrize("treatment", TREATMENTS)
@pytest.mark.parametrize("kind", [None, PartyKind.PERSON, PartyKind.ORGANISATION])
def test_hardly_a_score_lies_above_its_bound_where_it_would_be_shown(
    index: Index, treatment: str, kind: PartyKind | None
) -> None:
    """Only words two slips apart may be passed over: they share no key of the index."""
    rnd = random.Random(f"{treatment}/{kind}")
    compared = shown = 0
    passed = list[tuple[str, list[str], float, float]]()
    for party in rnd.sample(list(parties(3000)), 60):
        asked = TREATMENTS[treatment](party.names[0].text, rnd)
        if asked is None:
            continue
        for number, _, highest in index.candidates(parse_name(asked, kind), kind, MOST):
            listed = index.name(number)
            score = compare(parse_name(asked, kind or listed.kind), listed).score
            compared += 1
            shown += score >= THRESHOLD
            if score >= THRESHOLD > highest:
                passed.append((asked, [w.text for w in listed.words], score, highest))
    assert compared > 100
    assert len(passed) <= shown / 50, passed
    assert all(score < 0.9 for _, _, score, _ in passed)
