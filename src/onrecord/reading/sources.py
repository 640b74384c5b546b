"""Whose words the model's attributions give: sources without bylines, commas, asides and relative pronouns."""

from onrecord.reading.cues import antecedent
from onrecord.reading.drafts import Draft
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import Span

__all__ = ["settle_source", "without_mark"]


def settle_source(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Settle the source of one of the model's attributions, in place; its content where the source took words of it."""
    _trim(tree, draft)
    _settle_subject(tree, voices, draft)
    _resolve_relative(tree, voices, draft)
    _clip_aside(tree, draft)


def without_mark(tree: Tree, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Take the mark of a Markdown title off the words that follow it: "# Army accuses neighbour"."""
    return tuple((a + (b - a > 1 and not tree.parse.words[a].strip("#")), b) for a, b in spans)


def _trim(tree: Tree, draft: Draft) -> None:
    """Take the comma off a source, and off a label's content what stands before the label, outside quotations."""
    parse = tree.parse
    kept = []
    for a, b in draft.source:
        end = b
        while end > a + 1 and (parse.words[end - 1] in (",", ":", "—", "–", "-") or parse.upos[end - 1] == "CCONJ"):
            end -= 1
        kept.append((a, end))
    draft.source = tuple(kept)
    if draft.source and parse.words[draft.place] == ":" and draft.source[0][1] == draft.place:
        after = tuple(s for s in draft.content if s[0] > draft.place or parse.quoted[s[0]])
        draft.content = after or draft.content


def _settle_subject(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Take a byline off a source, and give a verb that is left without one its own subject.

    "By Jane Roe" above "Police said ..." signs the article; whoever signs it has not said what the police said.
    """
    kept = tuple(s for s in draft.source if not _signs(tree, s, draft.place) and not _is_far(tree, voices, draft, s))
    if not kept and draft.verb is not None and tree.parse.upos[draft.verb] == "VERB":
        subject = tree.child(draft.verb, "nsubj")
        if subject is not None and voices.can_speak(subject) and not tree.parse.quoted[subject]:
            kept = (voices.phrase(subject),)
    draft.source = kept


def _is_far(tree: Tree, voices: Voices, draft: Draft, span: Span) -> bool:
    """Whether a source of another sentence was taken for that of a verb that has a subject of its own, and no pronoun."""
    verb, upos = draft.verb, tree.parse.upos
    if verb is None or tree.sentence_of[span[0]] == tree.sentence_of[verb] or upos[verb] != "VERB":
        return False
    subject = tree.own_subject(verb)
    if subject is None or tree.parse.quoted[verb]:
        return False
    return upos[span[0]] == "PRON" or (upos[subject] != "PRON" and voices.can_speak(subject))


def _signs(tree: Tree, span: Span, cue: int) -> bool:
    """Whether a span stands in a byline, a paragraph apart from the cue: "By" and names, without a verb."""
    parse = tree.parse
    a, b = next((x, y) for x, y in parse.sentences if x <= span[0] < y)
    return not a <= cue < b and parse.words[a].lower() == "by" and "VERB" not in parse.upos[a:b]


def _resolve_relative(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Put the noun for a relative pronoun as source: the cue's own subject, or what the clause is about."""
    if draft.verb is None or not draft.source:
        return
    a, b = draft.source[0]
    if b - a != 1 or tree.parse.words[a].lower() not in ("who", "which", "that"):
        return
    subject = tree.subject(draft.verb)
    if subject is None or subject == a:
        subject = antecedent(tree, draft.verb)
    before = next((k for k in range(a - 1, max(-1, a - 3), -1) if tree.parse.upos[k] != "PUNCT"), None)
    if (subject is None or not voices.can_speak(subject)) and before is not None:
        name = voices.name_at(before)  # "in the mouth of Ann Lee, who said": whatever the tree makes of it
        draft.source = ((name.start, name.end),) if name is not None else draft.source
        return
    if subject is not None and voices.can_speak(subject):
        draft.source = (voices.phrase(subject),)


def _clip_aside(tree: Tree, draft: Draft) -> None:
    """Give the first noun back to the sentence in "The envoy, a spokesman said, had noted": only the second one says it."""
    if len(draft.source) != 1 or draft.verb is None or not draft.content:
        return
    parse = tree.parse
    (a, b), said = draft.source[0], draft.content[0][0]
    comma = next((k for k in range(b - 2, a, -1) if parse.words[k] == ","), None)
    if comma is None or b != draft.cue[0][0] or said < b or "," not in parse.words[draft.cue[-1][1] : said + 1]:
        return
    if parse.upos[said] == "PUNCT":
        said += 1
    if parse.upos[said] == "AUX" or (parse.upos[said] == "VERB" and not parse.words[said].lower().endswith("ing")):
        draft.source = ((comma + 1, b),)
        draft.content = ((a, comma), *draft.content)
