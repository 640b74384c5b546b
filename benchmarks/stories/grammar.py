"""The small language of the phrase files: choices, slots, verbs; and the tidying of what comes out."""

import random
import re
from collections.abc import Callable

__all__ = ["capital", "choose", "fill", "lower", "tidy", "verb"]

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]+)\}")
VERB = re.compile(r"<(?:(B|AB):)?(1?\*)?([a-z]+)(?::(pl|army))?>")
IRREGULAR = {
    "send": ("sent", "sent"), "hand": ("handed", "handed"), "take": ("took", "taken"), "go": ("went", "gone"),
    "ship": ("shipped", "shipped"), "transfer": ("transferred", "transferred"), "buy": ("bought", "bought"),
    "sell": ("sold", "sold"), "hit": ("hit", "hit"), "strike": ("struck", "struck"), "undergo": ("underwent", "undergone"),
    "teach": ("taught", "taught"), "drill": ("drilled", "drilled"), "put": ("put", "put"), "drop": ("dropped", "dropped"),
    "stop": ("stopped", "stopped"), "supply": ("supplied", "supplied"), "have": ("had", "had"),
}  # fmt: skip
DETERMINERS = ("The", "A", "An", "At", "They", "No", "Not", "We", "Our", "Sanctions", "There", "Nobody", "Under")
AN = re.compile(r"\b([Aa]) (?=[aeioAEIO](?!ne\b|nce\b|uro))")
AGREED = {"has": "have", "denies": "deny", "insists": "insist", "is": "are", "was": "were"}
PLURAL_VERB = re.compile(r"\b(Houthis|Rapid Support Forces|RSF) (has|denies|insists|is|was)\b")
MIDDLE = re.compile(r"^(\d[\d,]*)(?= (?!mm)\w)")


def choose(text: str, rng: random.Random) -> str:
    """Settle the choices ``[x|y]`` of a phrase, innermost first."""
    while CHOICE.search(text):
        text = CHOICE.sub(lambda found: rng.choice(found[1].split("|")), text, count=1)
    return text


def fill(text: str, resolve: Callable[[str], str]) -> str:
    """Put a value in every slot ``{key}``; a value may itself hold slots."""
    while SLOT.search(text):
        text = SLOT.sub(lambda found: resolve(found[1]), text, count=1)
    return text


def _forms(base: str) -> tuple[str, str]:
    if base in IRREGULAR:
        return IRREGULAR[base]
    past = base + ("d" if base.endswith("e") else "ed")
    return past, past


def verb(base: str, tense: str, *, plural: bool, passive: bool) -> str:
    """Inflect a verb: past, had, has, may, would, will, present, believed (is believed to have), saidto."""
    past, participle = _forms(base)
    are = "are" if plural else "is"
    perfect = f"been {participle}" if passive else participle
    match tense:
        case "past":
            return (f"were {participle}" if plural else f"was {participle}") if passive else past
        case "had":
            return f"had {perfect}"
        case "has":
            return f"{'have' if plural else 'has'} {perfect}"
        case "may":
            return f"may have {perfect}"
        case "would" | "will":
            return f"{tense} be {participle}" if passive else f"{tense} {base}"
        case "present":
            third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
            return f"{are} {participle}" if passive else (base if plural else re.sub(r"(sh|ch|x)s$", r"\1es", third))
        case "believed" | "saidto":
            return f"{are} {'believed' if tense == 'believed' else 'said'} to have {perfect}"
    raise ValueError(f"got tense {tense!r}; expected one of those of verb()")


def capital(text: str) -> str:
    """Write the first letter large; a bare number at the head gets a word before it."""
    text = MIDDLE.sub(r"Some \1", text)
    return re.sub(r"^([“\"‘(]*)(\w)", lambda found: found[1] + found[2].upper(), text, count=1)


def lower(text: str) -> str:
    """Write the first letter small, unless the first word is a name."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first in DETERMINERS else text


def tidy(text: str) -> str:
    """Mend spaces and the commas that close an apposition at the end of a clause."""
    text = re.sub(r" {2,}", " ", text).strip()
    text = re.sub(r" ([.,;:?])", r"\1", text)
    text = re.sub(r",+([.,;:])", r"\1", text)
    text = re.sub(r",([’']s)", r"\1", text)
    text = PLURAL_VERB.sub(lambda found: f"{found[1]} {AGREED[found[2]]}", text)
    return AN.sub(r"\1n ", text)
