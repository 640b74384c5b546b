"""Documents and their issuers: whose word "the report" is."""

from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import Span

__all__ = ["EXPERTS", "issuer"]

EXPERTS = frozenset(("expert", "panel", "monitor", "inspector", "investigator", "rapporteur"))
"""Nouns for the people of a body of inquiry, which texts use one for the other."""


_MAKING = frozenset(
    ("draft", "write", "prepare", "compile", "issue", "publish", "release", "produce", "author", "sign")
)
"""Verbs whose agent issues a document."""


def _led_by(tree: Tree, k: int) -> bool:
    return any(tree.parse.words[c].lower() == "by" for c in tree.children(k, "case"))


def issuer(tree: Tree, voices: Voices, span: Span) -> Span | None:
    """Return who issued a document: named with it here or earlier, or the one who spoke in it."""
    parse = tree.parse
    own = parse.head_of(span)
    for k in tree.children(own, "compound", "amod"):
        if span[0] <= k and voices.in_gazetteer(k) is not None:
            return (k, k + 1)
    lemma = parse.lemmas[parse.head_of(span)].lower()
    before = sorted(k for word in {lemma, "report"} for k in tree.places(word) if k < span[0])
    for i in (parse.head_of(span), *before):
        for k in tree.children(i, "nmod"):
            case = next((parse.words[c].lower() for c in tree.children(k, "case")), "")
            if case in ("by", "of", "from", "'s", "’s") and voices.can_speak(k):
                return voices.phrase(k)
        for made in tree.children(i, "acl"):
            agents = [k for k in tree.children(made, "obl") if _led_by(tree, k)]
            if parse.lemmas[made].lower() in _MAKING and agents and voices.can_speak(agents[0]):
                return voices.phrase(agents[0])
        head = parse.heads[i]
        inside = any(parse.words[c].lower() in ("in", "through") for c in tree.children(i, "case"))
        if inside and tree.relation(i) == "obl" and head is not None and parse.upos[head] == "VERB":
            subject = tree.subject(head)
            if subject is not None and voices.can_speak(subject) and not span[0] <= subject < span[1]:
                return voices.phrase(subject)
    return None
