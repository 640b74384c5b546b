"""What the register of measures says of the states that the claims name, as sections of a brief."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.publishing.briefs.citing import Citations, Piece, flat
from onrecord.publishing.briefs.material import Bound, MeasureChange, MeasuresMaterial, NamedIn
from onrecord.publishing.briefs.telling import day_in_words, days_in_text, listed, series
from onrecord.publishing.words import some
from onrecord.records.briefs import Name, Section, Sentence
from onrecord.records.regimes import Binding, LegalKind, LegalMeasure, MeasureClaim
from onrecord.registers import LegalStatus
from onrecord.registers.moments import told

__all__ = ["measure_changes", "measure_sections"]


def measure_sections(found: MeasuresMaterial, cited: Citations) -> Iterator[Section]:
    """Yield what binds on the day, group by group; one section that says why where nothing is told."""
    title = flat([f"Measures on {day_in_words(found.on)}"])
    if not found.targets:
        yield Section(title, 2, (), ("The claims told here name no state on either side of a deed.",))
        return
    yield Section(title, 2, (_named(found, cited),), tuple(_notes(found)))
    for group, held in groupby(found.bound, key=lambda b: b.group):
        heading = group[:1].upper() + group[1:]
        yield Section(flat([heading]), 3, tuple(_bound(b, cited) for b in held))
    if found.claims:
        yield Section(flat(["Claimed of measures, and rejected"]), 3, tuple(_claimed(c, cited) for c in found.claims))


def _named(found: MeasuresMaterial, cited: Citations) -> Sentence:
    states = series(listed(found.targets, lambda t: _by(t, cited)))
    subjects = series(listed(found.subjects, lambda s: _by(s, cited)))
    about: Piece = [", and are about ", subjects] if found.subjects else ""
    return cited.sentence("The statements above name ", states, " on either side of what is claimed", about, ".")


def _by(named: NamedIn, cited: Citations) -> Piece:
    return [Name(named.name), cited.of_all(named.said[:2])]


def _notes(found: MeasuresMaterial) -> Iterator[str]:
    checked = f", last checked as a whole on {day_in_words(found.checked)}" if found.checked is not None else ""
    yield f"From the register of measures, which is not complete{checked}. Days are in UTC."
    if found.bare:
        names = " or ".join(found.bare)
        yield f"It holds no measure on {names} by name; that does not mean that there is none."
    if not found.bound:
        yield "It holds none on these states and subjects that stands on this day."
    over = [f"{some(found.over, 'measure')} had ended or been replaced by then"] if found.over else []
    over += [f"{some(found.coming, 'measure')} had not begun"] if found.coming else []
    over += [f"{some(found.apart, 'measure')} on other subjects are not told here"] if found.apart else []
    if over:
        yield f"Of the same states, {', '.join(over)}."


def _act(measure: LegalMeasure | MeasureClaim) -> Piece:
    provision = measure.provision if isinstance(measure, LegalMeasure) else None
    imposer = f" ({measure.imposer})" if isinstance(measure, LegalMeasure) else ""
    article: Piece = [", ", Name(provision)] if provision is not None else ""
    return [Name(measure.instrument), article, imposer]


def _bound(bound: Bound, cited: Citations) -> Sentence:
    """Return a measure with what it restricts, whom it binds, since when, and who holds that it is otherwise."""
    measure = bound.measure
    pieces: list[Piece] = [_act(measure), *_effect(measure)]
    if measure.parties is not None:
        pieces += ["; it falls on ", Name(measure.parties)]
    pieces += ["; ", _state(bound)]
    for contest in bound.state.contested:
        about = f", on {contest.subject}" if contest.subject is not None else ""
        pieces += ["; ", series(listed(contest.who, Name)), f" held otherwise{about}: ", Name(_bare(contest.says))]
    return cited.sentence(*pieces, ".", cited.measure(measure))


def _effect(measure: LegalMeasure) -> list[Piece]:
    restricts, addressee = Name(measure.restricts), Name(measure.addressee)
    if measure.kind is LegalKind.AUTHORITY:
        return [" is an authority, which alone binds nobody; it is used by ", addressee, ", on ", restricts]
    if measure.binding is Binding.CALLED_UPON:
        return [" calls upon ", addressee, " and does not bind; it is about ", restricts]
    verb = " lists parties: it restricts " if measure.kind is LegalKind.LISTING else " restricts "
    return [verb, restricts, "; it binds ", addressee]


def _bare(text: str) -> str:
    return text.removesuffix(".")


def _state(bound: Bound) -> str:
    state = bound.state
    since = days_in_text(told(state.since)) if state.since is not None else "a day that was not read"
    match state.status:
        case LegalStatus.IN_FORCE:
            until = f" until {days_in_text(told(state.until))}" if state.until is not None else ""
            known = bound.measure.intervals[-1].known_until
            lead = "known to be in force" if known is not None and known is state.until else "in force"
            return f"{lead} since {since}{until}"
        case LegalStatus.SUSPENDED:
            return f"suspended since {since}"
        case _:
            why = f" ({days_in_text(state.why)})" if state.why is not None else ""
            return f"whether it is in force on that day is not known{why}"


def _claimed(claim: MeasureClaim, cited: Citations) -> Sentence:
    """Return what somebody holds of measures, on whose word, and who rejects it; never as a fact."""
    since = f", since {days_in_text(told(claim.since))}" if claim.since is not None else ""
    pieces: list[Piece] = [series(listed(claim.said_by, Name)), f" held{since}: ", Name(_bare(claim.says))]
    if claim.rejected_by:
        pieces += ["; ", series(listed(claim.rejected_by, Name)), " rejected that"]
        pieces += [": ", Name(_bare(claim.rejection))] if claim.rejection else []
    return cited.sentence(*pieces, ".", cited.measure(claim))


def measure_changes(changes: Sequence[MeasureChange], cited: Citations) -> Iterator[Sentence]:
    """Yield what began and ended of measures."""
    for change in changes:
        how = f" ({change.how})" if change.how is not None else ""
        by: Piece = [": ", Name(_bare(days_in_text(change.told)))] if change.told is not None else ""
        moment = days_in_text(told(change.when))
        yield cited.sentence(
            f"{moment}: ", _act(change.measure), f" {change.kind}{how}", by, ".", cited.measure(change.measure)
        )
