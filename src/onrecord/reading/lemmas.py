"""Lemmas as edit scripts: a class the model can choose, and a rule that turns the chosen class into a lemma.

A script is ``case cut suffix``: keep the word's case or lower it, cut so many characters from its end, put the suffix
there. ``l3.y`` makes "ally" of "Allies"; an irregular form is cut whole. The idea is
UDPipe's (Straka 2018), without its prefix part, which English hardly needs.
"""

from collections.abc import Container, Iterable

__all__ = ["apply_script", "lemma_of", "script_of"]


def script_of(form: str, lemma: str) -> str:
    """Return the shortest script that turns ``form`` into ``lemma``."""
    kept = _script("k", form, lemma)
    lowered = _script("l", form.lower(), lemma)
    return lowered if len(lowered) <= len(kept) else kept


def _script(case: str, form: str, lemma: str) -> str:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(form) - shared}.{lemma[shared:]}"


def apply_script(form: str, script: str) -> str:
    """Return the lemma a script gives for ``form``; the lowered form where the script cuts more than there is."""
    base = form if script[0] == "k" else form.lower()
    cut, _, suffix = script[1:].partition(".")
    if int(cut) > len(base):
        return base
    return (base[: len(base) - int(cut)] + suffix) or base


def lemma_of(form: str, upos: str, scripts: Iterable[str], known: Container[str]) -> str:
    """Return the lemma of the first script that makes a known word, else a verb's regular stem, else the first script's.

    Word pieces hide a word's letters, so that the model may take "expected" for a verb in -e ("expecte"); that there is
    no such word settles it.

    Args:
        form: the word.
        upos: its part of speech.
        scripts: scripts, the likeliest first; at least one.
        known: words in lower case, as many as one has.
    """
    made = [apply_script(form, script) for script in scripts]
    stems = _stems(form.lower()) if upos == "VERB" else []
    for lemma in (*made, *stems):
        if lemma.lower() in known and not (stems and lemma.lower() == form.lower()):
            return lemma
    return made[0]


def _stems(verb: str) -> list[str]:
    """Return what a regular past form may come from; nothing for other words ("exceed" is no past form)."""
    if len(verb) < 5 or not verb.endswith("ed") or verb.endswith("eed"):
        return []
    if verb.endswith("ied"):
        return [verb[:-3] + "y", verb[:-1]]
    return [verb[:-2], verb[:-1], verb[:-3]] if verb[-3] == verb[-4] else [verb[:-2], verb[:-1]]
