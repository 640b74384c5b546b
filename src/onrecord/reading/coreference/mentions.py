"""Finds what may stand for somebody: names, descriptions and pronouns, with what their words tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.reading.coreference.entities import Form
from onrecord.reading.coreference.tables import GROUPS, PERSONAL, TITLES, Noun, person_nouns
from onrecord.reading.coreference.tree import Tree
from onrecord.records import EntityKind, Name, Parse, Span
from onrecord.registers import given_names

__all__ = ["Found", "find_mentions", "modifier", "noun_of"]

_INDEFINITE = frozenset(
    [
        "a",
        "an",
        "some",
        "any",
        "another",
        "no",
        "every",
        "each",
        "several",
        "many",
        "few",
        "more",
        "most",
        "other",
        "one",
        "two",
        "three",
        "both",
        "all",
        "such",
    ]
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_BLEACHED = frozenset(
    [
        "former",
        "ex",
        "then",
        "senior",
        "top",
        "late",
        "current",
        "same",
        "new",
        "old",
        "own",
        "acting",
        "outgoing",
        "incoming",
        "said",
    ]
)
"""Modifiers that tell nobody apart: "the former general" is the general."""
_INSIDE = frozenset(("compound", "flat", "fixed", "goeswith"))
_TIME_LIST = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.
"""
_TIMES = frozenset(_TIME_LIST.split())
_NAMING = frozenset(("NOUN", "PROPN", "ADJ"))
TITLE_WORDS = 5
"""Words that titles within a name may take up: "US Under Secretary of State"."""
OFFICE_WORDS = 7
"""Words back from the comma before a name to the noun of its office: "the minister for defence and procurement, Ana Silva"."""
_MEASURE_LIST = """
    cent century day decade degree dollar euro hour kilometre kilometer metre meter mile minute month per percent point
    pound second time ton tonne week weekend year
"""
_MEASURES = frozenset(_MEASURE_LIST.split())
"""Nobody takes up "seventeen years" as they."""
_TITLED = frozenset(("appos", "flat", "compound", "nmod"))
_MALE, _FEMALE = ("man", "men"), ("woman", "women")


@dataclass(slots=True)
class Found:
    """A mention as found, before anyone knows whose it is.

    Attributes:
        form: name, description or pronoun.
        span: its words.
        head: its head word.
        noun: lemma of a description's head in lower case, the pronoun, or "".
        gender: "f", "m" or "".
        plural: whether it is several.
        person: whether its words say that it is a person.
        group: whether its words say that it is a body of people.
        definite: whether it may take up something mentioned before.
        mods: what tells it apart from others called the same, in lower case.
        kind: kind of a name.
        whole: the words the model takes for the name, a title among them.
        roles: phrases beside a name that say what it is, each with its head.
        possessor: the word of its "his" or "Iran's".
    """

    form: Form
    span: Span
    head: int
    noun: str = ""
    gender: str = ""
    plural: bool = False
    person: bool = False
    group: bool = False
    definite: bool = False
    mods: frozenset[str] = frozenset()
    kind: EntityKind | None = None
    roles: tuple[tuple[Span, int], ...] = ()
    possessor: int | None = None
    whole: Span | None = None


@lru_cache(maxsize=16384)
def noun_of(lemma: str) -> Noun | None:
    """Return what is known of a noun for people, also of compounds that end in one: "co-chair", "sportswoman"."""
    table = person_nouns()
    found = table.get(lemma)
    if found is None and "-" in lemma:
        found = table.get(lemma.rsplit("-", 1)[1])
    if found is None and len(lemma) > 5:
        if lemma.endswith("woman"):
            return Noun("f", plural=False, wider=())
        if lemma.endswith(("sman", "kman", "tman", "rman", "dman")):
            return Noun("m", plural=False, wider=())
    return found


def find_mentions(tree: Tree) -> list[Found]:
    """Return every mention of a text in the order of their heads."""
    named = [False] * len(tree.parse.words)
    for name in tree.parse.names:
        named[name.start : name.end] = [True] * (name.end - name.start)
    found = [_name(tree, name) for name in tree.parse.names]
    titles = {word for mention in found for span, _ in mention.roles for word in range(*span)}
    found.extend(m for m in _others(tree, named) if m.head not in titles)
    found.sort(key=lambda m: (m.head, m.span))
    return found


def _name(tree: Tree, name: Name) -> Found:
    parse, start = tree.parse, name.start
    if name.kind is EntityKind.PERSON:
        start = _behind_titles(parse, name)
    head = parse.head_of((start, name.end))
    mention = Found(Form.NAME, (start, name.end), head, kind=name.kind, definite=True, whole=(name.start, name.end))
    mention.person = name.kind is EntityKind.PERSON
    mention.group = name.kind is EntityKind.ORGANISATION
    before = start - 1
    if before >= 0 and tree.sentence[before] == tree.sentence[start]:
        _read_title(tree, before, mention)
        if mention.person and parse.words[before] == "," and not mention.roles:
            _read_office(tree, before, mention)
    return mention


def _read_office(tree: Tree, comma: int, mention: Found) -> None:
    """Learn the office before a comma and a name that is put beside it: "the minister for defence, Celso Braganholo, said"."""
    parse, behind = tree.parse, mention.span[1]
    if behind < len(parse.words) and parse.upos[behind] not in {"PUNCT", "CCONJ"}:
        return  # "they told the minister of defence, Ivo Leitao said"
    for k in range(comma - 1, max(-1, comma - OFFICE_WORDS), -1):
        if (
            parse.upos[k] not in {"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ"}
            or tree.sentence[k] != tree.sentence[comma]
        ):
            return
        noun = noun_of(parse.lemmas[k].lower())
        if noun is not None and parse.words[k + 1].lower() in {"for", "of"}:
            start = k - 1 if k and parse.upos[k - 1] == "DET" else k
            _take_role(tree, mention, (start, comma), k, noun)
            return


def _behind_titles(parse: Parse, name: Name) -> int:
    """Return where a person's name begins: the model takes "Defence Minister" into some."""
    for i in range(min(name.end - 1, name.start + TITLE_WORDS) - 1, name.start - 1, -1):
        if _is_title(parse.words[i].lower()) and parse.words[name.start].lower() not in given_names():
            return i + 1
    return name.start


def _is_title(word: str) -> bool:
    return word.rstrip(".") in TITLES or noun_of(word) is not None


def _read_title(tree: Tree, before: int, mention: Found) -> None:
    """Learn from the word before a name: "Mr" tells the gender, "Foreign Minister" the role."""
    parse, (start, end) = tree.parse, mention.span
    word = parse.words[before].lower().rstrip(".")
    if word in TITLES:
        mention.gender, mention.person, mention.group = TITLES[word], True, False
    if mention.kind is EntityKind.PERSON and before > 1 and parse.lemmas[before - 1] == "of":
        # "Secretary of State": what stands right before the name is only the end of the title.
        noun = noun_of(parse.lemmas[before - 2].lower())
        if noun is not None and parse.upos[before] in {"NOUN", "PROPN"}:
            _take_role(tree, mention, (tree.phrase(before - 2)[0], start), before - 2, noun)
            return
    head, whole = parse.heads[before], mention.whole or mention.span
    # The title hangs on the name, or the name on the title: "the commander Khalifa Omar".
    inside = before >= whole[0] or (head is not None and whole[0] <= head < end)
    inside = inside or (parse.heads[mention.head] == before and tree.base[mention.head] in _TITLED)
    if not inside or parse.upos[before] not in {"NOUN", "PROPN"}:
        return
    lemma = parse.lemmas[before].lower()
    noun = noun_of(lemma)
    if noun is not None or lemma in GROUPS:
        _take_role(tree, mention, (min(tree.phrase(before)[0], before), start), before, noun)


def _take_role(tree: Tree, mention: Found, span: Span, head: int, noun: Noun | None) -> None:
    start, words = span[0], tree.parse.words
    while start > 1 and words[start - 1] == "-" and tree.sentence[start - 2] == tree.sentence[head]:
        start -= 2  # "Secretary-General"
    mention.roles = (((start, span[1]), head),)
    if noun is not None:
        mention.gender, mention.person, mention.group = noun.gender or mention.gender, True, False


def _others(tree: Tree, named: list[bool]) -> Iterator[Found]:
    """Yield descriptions and pronouns."""
    parse = tree.parse
    for i, upos in enumerate(parse.upos):
        if upos == "PRON" or (upos in {"DET", "PROPN"} and parse.words[i].lower() in PERSONAL):
            pronoun = PERSONAL.get(parse.words[i].lower())
            if pronoun is not None:
                they = not pronoun.gender
                yield Found(
                    Form.PRONOUN, (i, i + 1), i, parse.words[i].lower(), pronoun.gender, they, not they, definite=True
                )
        elif not named[i] and _is_noun(tree, i) and parse.words[i] not in _TIMES:
            mention = _one_of(tree, i) or _missed_name(tree, i, named) or _description(tree, i)
            if mention is not None:
                yield mention


def _is_noun(tree: Tree, word: int) -> bool:
    """Whether a phrase hangs on a word: a noun, an adjective for people used as one, "one of the officials"."""
    upos, base = tree.parse.upos[word], tree.base[word]
    if tree.parse.words[word].lower() == "one":
        return _one_of(tree, word) is not None
    if upos == "ADJ":
        return base in {"nsubj", "obj", "iobj", "obl"} and noun_of(tree.parse.lemmas[word].lower()) is not None
    return upos in {"NOUN", "PROPN"} and base not in _INSIDE


def _one_of(tree: Tree, word: int) -> Found | None:
    """Return one of several people: "one of the officials"; somebody not spoken of before."""
    if tree.parse.words[word].lower() == "one":
        for child in tree.children[word]:
            noun = noun_of(tree.parse.lemmas[child].lower())
            if tree.base[child] == "nmod" and child > word and noun is not None:
                return Found(
                    Form.DESCRIPTION,
                    (word, child + 1),
                    word,
                    tree.parse.lemmas[child].lower(),
                    noun.gender,
                    person=True,
                )
    return None


def _missed_name(tree: Tree, head: int, named: Sequence[bool]) -> Found | None:
    """Return a name that the model has not marked: "Mr Prince", or capitalised words up to one for bodies."""
    words, upos = tree.parse.words, tree.parse.upos
    title = TITLES.get(words[head - 1].lower().rstrip(".")) if head and upos[head] == "PROPN" else None
    if title is not None and not named[head - 1] and tree.sentence[head - 1] == tree.sentence[head]:
        span = (head, head + 1)
        return Found(
            Form.NAME,
            span,
            head,
            gender=title,
            person=True,
            definite=True,
            kind=EntityKind.PERSON,
            whole=(head - 1, head + 1),
        )
    if not words[head][:1].isupper() or not {words[head].lower(), tree.parse.lemmas[head].lower()} & GROUPS:
        return None
    first = tree.parse.sentences[tree.sentence[head]][0]
    start = head
    while start > first and words[start - 1][:1].isupper() and not named[start - 1] and upos[start - 1] in _NAMING:
        start -= 1
    if head - start < 1:
        return None
    span = (start, head + 1)
    return Found(Form.NAME, span, head, group=True, definite=True, kind=EntityKind.ORGANISATION, whole=span)


def _description(tree: Tree, head: int) -> Found | None:
    """Return the phrase of a noun; None for a title before a name, which is read with the name."""
    parse = tree.parse
    lemma, word = parse.lemmas[head].lower(), parse.words[head].lower()
    if parse.relations[head] == "nmod:desc":
        return None
    noun = noun_of(lemma) or noun_of(word)
    if noun is None and word == lemma and lemma not in GROUPS and not _is_pointed_at(tree, head):
        return None
    mention = Found(Form.DESCRIPTION, tree.phrase(head), head, lemma)
    known = noun_of(word)
    mention.plural = (known is not None and known.plural) or (_is_plural(word, lemma) and lemma not in _MEASURES)
    mention.group = noun is None and not mention.plural and lemma in GROUPS
    if noun is not None:
        mention.person, mention.gender = True, noun.gender
    elif parse.upos[head] == "PROPN":
        # A capitalised word that the model takes for no name: plural, it is a people ("Palestinians"); else a thing
        # that the same word takes up again.
        mention.person, mention.definite = mention.plural, True
    _read_modifiers(tree, mention)
    return mention


def _is_pointed_at(tree: Tree, head: int) -> bool:
    """Whether an article or possessor makes a thing of a noun that could be taken up; a name always is one."""
    return tree.parse.upos[head] == "PROPN" or any(
        tree.base[c] == "det" or tree.parse.relations[c] == "nmod:poss" for c in tree.children[head]
    )


def _is_plural(word: str, lemma: str) -> bool:
    return word != lemma and (word.endswith(("s", "men")) or word in {"people", "children"})


def _read_modifiers(tree: Tree, mention: Found) -> None:
    """Tell from what hangs on a noun whether it may take up something, and what tells it apart."""
    parse, mods = tree.parse, set[str]()
    for child in tree.children[mention.head]:
        word, base = parse.words[child].lower(), tree.base[child]
        if parse.relations[child] == "nmod:poss":
            mention.possessor, mention.definite = child, True
            if parse.upos[child] in {"PROPN", "NOUN"}:
                mention.possessor = None
                mods.add(modifier(parse, child))
        elif base == "det" and word in _DEFINITE:
            mention.definite = True
        elif word in _INDEFINITE and base in {"det", "nummod", "amod"}:
            mention.definite = False
            mods.add("#new")
        elif base in {"amod", "compound", "nummod"} and child < mention.head:
            mods.update(_modifier_words(tree, child))
            if word in _MALE or word in _FEMALE:
                mention.gender = "m" if word in _MALE else "f"
        elif (base == "nmod" and child > mention.head and tree.has_case(child)) or parse.relations[
            child
        ] == "acl:relcl":
            mods.add(modifier(parse, child))
    mention.definite = mention.definite and "#new" not in mods
    mention.mods = frozenset(mods - _BLEACHED - {"#new"})


def _modifier_words(tree: Tree, word: int) -> Iterator[str]:
    """Yield a modifier and the words before it that make it up: "foreign ministry"."""
    parse: Parse = tree.parse
    for i in (*tree.children[word], word):
        if i <= word and parse.upos[i] in {"NOUN", "PROPN", "ADJ"}:
            yield modifier(parse, i)


def modifier(parse: Parse, word: int) -> str:
    """Return a modifier so that it can be compared: a capitalised one by its first letters, for Ukraine is Ukrainian."""
    if not parse.words[word][:1].isupper() or parse.upos[word] == "NOUN":
        return parse.lemmas[word].lower()
    folded = parse.words[word].lower().replace(".", "")
    return "~" + ("amer" if folded in {"us", "usa"} else folded[:4])
