"""What "it", "the station" and "the experts" take up: the body, outlet or document that spoke or passed words on before."""

from collections.abc import Sequence

from onrecord.reading.bridging import EXPERTS
from onrecord.reading.drafts import Draft
from onrecord.reading.speakers import Speakers
from onrecord.records import Act, Span, VoiceKind
from onrecord.registers import OutletKind

__all__ = ["take_up"]

_PRINT = (OutletKind.NEWSPAPER, OutletKind.MAGAZINE, OutletKind.WEBSITE)
_CALLED = {
    "agency": (OutletKind.AGENCY,),
    **dict.fromkeys(("paper", "newspaper", "daily", "tabloid", "broadsheet", "weekly", "magazine"), _PRINT),
    **dict.fromkeys(("station", "channel", "broadcaster", "network", "radio"), (OutletKind.BROADCASTER,)),
}
"""What kinds of outlet a noun can take up."""
_BY_WORD = {
    **dict.fromkeys(("radio", "tv", "television", "channel", "broadcasting", "fm"), OutletKind.BROADCASTER),
    **dict.fromkeys(("wire", "agency", "newswire"), OutletKind.AGENCY),
    **dict.fromkeys(
        ("times", "mercury", "courier", "herald", "tribune", "gazette", "daily", "sentinel"), OutletKind.NEWSPAPER
    ),
}
"""What a word in its name tells of an outlet that no register knows."""


def take_up(speakers: Speakers, drafts: Sequence[Draft]) -> None:
    """Find what "it" and "the station" take up: the body, outlet or document that spoke or passed on last."""
    last: dict[VoiceKind, Span] = {}
    outlets: list[Span] = []
    for draft in drafts:
        for hop in draft.hops:
            _remember(speakers, hop.span, last, outlets)
        if not draft.source:
            continue
        span = draft.source[0]
        if draft.stands_for is not None and speakers.whom.cluster(span) is None:
            speakers.taken_up[span[0]] = draft.stands_for
            _remember(speakers, draft.stands_for, last, outlets)
            continue
        parse = speakers.tree.parse
        head = parse.head_of(span)
        word = parse.words[head].lower()
        experts = _earlier_experts(speakers, span, last)
        if experts is not None:
            speakers.taken_up[span[0]] = experts
            continue
        takes_back = draft.entry is not None and draft.entry.act is Act.RETRACT
        if word == "it" and takes_back and VoiceKind.OUTLET in last:
            speakers.taken_up[span[0]] = last[VoiceKind.OUTLET]  # who withdraws a report is who published it
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
            before = next((o for o in reversed(outlets) if _is_called(speakers, o, noun.words[-1])), None)
            if before is not None and speakers.voices.name_at(head) is None:
                speakers.taken_up[span[0]] = before
                continue
        _remember(speakers, span, last, outlets)


def _earlier_experts(speakers: Speakers, span: Span, last: dict[VoiceKind, Span]) -> Span | None:
    """Return the body whose experts "the experts", "the panel" or "the monitors" are, if one spoke before."""
    noun = speakers.tree.lemmas[speakers.tree.parse.head_of(span)]
    before = last.get(VoiceKind.ORGANISATION)
    if noun not in EXPERTS or before is None or speakers.places.body_in(span) is not None:
        return None
    return before if {x.lower() for x in speakers.tree.lemmas[before[0] : before[1]]} & EXPERTS else None


def _is_called(speakers: Speakers, outlet: Span, noun: str) -> bool:
    """Whether an outlet can be called by a noun: an agency is no paper, and a radio no agency."""
    words = speakers.tree.parse.words[outlet[0] : outlet[1]]
    known = speakers.voices.gazetteer.outlet(speakers.places.plain(outlet).removeprefix("the ").removeprefix("The "))
    kind = (
        known.kind
        if known is not None
        else next((k for w in words if (k := _BY_WORD.get(w.lower())) is not None), None)
    )
    return kind is None or noun not in _CALLED or kind in _CALLED[noun]


def _remember(speakers: Speakers, span: Span, last: dict[VoiceKind, Span], outlets: list[Span]) -> None:
    told = speakers.described(span, speakers.whom.cluster(span))
    if told.kind in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION, VoiceKind.OUTLET, VoiceKind.DOCUMENT):
        last[told.kind] = span
        if told.kind is VoiceKind.OUTLET:
            outlets.append(span)
