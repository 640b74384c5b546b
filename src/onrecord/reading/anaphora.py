"""What "it", "the station" and "the experts" take up: the body, outlet or document that spoke or passed words on before."""

from collections.abc import Sequence

from onrecord.reading.bridging import EXPERTS
from onrecord.reading.drafts import Draft
from onrecord.reading.speakers import Speakers
from onrecord.records import Span, VoiceKind

__all__ = ["take_up"]


def take_up(speakers: Speakers, drafts: Sequence[Draft]) -> None:
    """Find what "it" and "the station" take up: the body, outlet or document that spoke or passed on last."""
    last: dict[VoiceKind, Span] = {}
    for draft in drafts:
        for hop in draft.hops:
            _remember(speakers, hop.span, last)
        if not draft.source:
            continue
        span = draft.source[0]
        if draft.stands_for is not None and speakers.whom.cluster(span) is None:
            speakers.taken_up[span[0]] = draft.stands_for
            _remember(speakers, draft.stands_for, last)
            continue
        parse = speakers.tree.parse
        head = parse.head_of(span)
        word = parse.words[head].lower()
        experts = _earlier_experts(speakers, span, last)
        if experts is not None:
            speakers.taken_up[span[0]] = experts
            continue
        if word == "it" and last:
            speakers.taken_up[span[0]] = max(last.values(), key=lambda s: s[0] if s[0] < span[0] else -1)
            continue
        noun = speakers.voices.noun_at(head)
        definite = parse.words[span[0]].lower() == "the" and span[1] - span[0] < 4
        if (
            noun is not None
            and noun.kind is VoiceKind.OUTLET
            and definite
            and speakers.voices.in_gazetteer(head) is None
        ):
            before = last.get(VoiceKind.OUTLET)
            if before is not None and speakers.voices.name_at(head) is None:
                speakers.taken_up[span[0]] = before
                continue
        _remember(speakers, span, last)


def _earlier_experts(speakers: Speakers, span: Span, last: dict[VoiceKind, Span]) -> Span | None:
    """Return the body whose experts "the experts", "the panel" or "the monitors" are, if one spoke before."""
    noun = speakers.tree.lemmas[speakers.tree.parse.head_of(span)]
    before = last.get(VoiceKind.ORGANISATION)
    if noun not in EXPERTS or before is None or speakers.places.body_in(span) is not None:
        return None
    return before if {x.lower() for x in speakers.tree.lemmas[before[0] : before[1]]} & EXPERTS else None


def _remember(speakers: Speakers, span: Span, last: dict[VoiceKind, Span]) -> None:
    told = speakers.described(span, speakers.whom.cluster(span))
    if told.kind in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION, VoiceKind.OUTLET, VoiceKind.DOCUMENT):
        last[told.kind] = span
