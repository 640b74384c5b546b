"""Texts nobody would publish, for tests and for the long fuzzing run."""

import random

from hypothesis import strategies as st

FRAGMENTS = (
    "“", "”", "‘", "’", '"', "'", "«", "»", "''", "``", "\r\n", "\n\n", "\r", "\u2028", "\x00", "\ufeff", "\u200d",
    "👩🏽\u200d🚀", "🇮🇷", "е́", "تهران", "می‌گوید", "москва", "北京说", "ข่าว", "\u202eabc", "ﷺ", "e\u0301", "\ud800",
    "—", "--", ":", "...", "(", "]", "<b>", "&amp;", "%", "said", "Reuters reported", "according to", "denied",
    "Mr. Smith", "U.S.", "Iran-backed", "$70 billion", "https://example.org/a?b=c", "don't", "3,000.5",
)  # fmt: skip


def _mixed(drawn: list[str], seed: int, size: int) -> str:
    rng = random.Random(seed)
    parts, length = [], 0
    while length < size:
        part = rng.choice(drawn) if drawn and rng.random() < 0.4 else rng.choice(FRAGMENTS)
        part += rng.choice(("", " ", " ", " ", "\n", ". "))
        parts.append(part)
        length += len(part)
    return "".join(parts)


any_character = st.characters()  # lone surrogates too
short = st.text(any_character, max_size=300)
long = st.builds(
    _mixed,
    st.lists(st.text(any_character, min_size=1, max_size=40), max_size=12),
    st.integers(0, 2**32),
    st.integers(5_001, 9_000),
)
texts = st.one_of(
    short, st.builds(_mixed, st.lists(short, max_size=3), st.integers(0, 2**32), st.integers(1, 2_000)), long, long
)
"""Half of the examples are longer than 5,000 characters."""
