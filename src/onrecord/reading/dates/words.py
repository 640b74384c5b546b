"""The words that time expressions are made of, lower case, without closing dots."""

__all__ = [
    "DAY_PARTS",
    "EARLY_LATE",
    "EDGES",
    "MONTHS",
    "MONTHS_SHORT",
    "MOVABLE_FEASTS",
    "NUMBERS",
    "NUMBER_TENS",
    "ORDINALS",
    "PLAIN_FEASTS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
    "WEEKDAYS_SHORT",
    "listed",
]


def listed(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


MONTHS = {
    name: n
    for n, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        start=1,
    )
}  # fmt: skip
MONTHS_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    name: n for n, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
WEEKDAYS_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

CALENDAR = frozenset((*MONTHS, *MONTHS_SHORT, *WEEKDAYS, *WEEKDAYS_SHORT)) - {
    "may",
    "march",
    "sun",
    "sat",
    "mar",
    "second",
}
"""Names of days and months that are hardly ever anything else."""
SEASONS = {
    "spring": 21,
    "springtime": 21,
    "summer": 22,
    "summertime": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "wintertime": 24,
}
"""EDTF numbers of the seasons."""

NUMBERS = {
    name: n
    for n, name in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ),
        start=1,
    )
} | {"a": 1, "an": 1, "dozen": 12, "hundred": 100}  # fmt: skip
NUMBER_TENS = {
    name: 10 * n
    for n, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
ORDINALS = {
    name: n
    for n, name in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth", "twenty-first",
        ),
        start=1,
    )
} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "hundredth": 100,
}  # fmt: skip

UNITS = {
    "minute": "hour", "minutes": "hour", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
    "fortnight": "fortnight", "fortnights": "fortnight", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
"""Words for lengths of time and the unit they count in; what is shorter than a day counts as hours."""

DAY_PARTS = frozenset(
    (
        "morning",
        "afternoon",
        "evening",
        "night",
        "midday",
        "noon",
        "lunchtime",
        "dawn",
        "dusk",
        "midnight",
        "daybreak",
        "nightfall",
    )
)

EARLY_LATE = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
"""Adverbs that cut a third out of a month, a year or a decade: "late 2023"."""

EDGES = {
    "start": "start", "beginning": "start", "opening": "start", "turn": "start", "outset": "start",
    "middle": "mid", "height": "mid", "end": "end", "close": "end", "ending": "end",
}  # fmt: skip
"""Nouns that do so before "of": "the end of the year"."""

PLAIN_FEASTS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("christmas",): (12, 25), ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "day"): (1, 1), ("new", "year", "'s", "eve"): (12, 31), ("new", "year", "'s"): (1, 1),
    ("new", "years", "eve"): (12, 31), ("new", "years", "day"): (1, 1), ("new", "year", "eve"): (12, 31),
    ("valentine", "'s", "day"): (2, 14), ("halloween",): (10, 31), ("epiphany",): (1, 6), ("may", "day"): (5, 1),
    ("bastille", "day"): (7, 14), ("armistice", "day"): (11, 11), ("veterans", "day"): (11, 11),
    ("juneteenth",): (6, 19), ("st", "patrick", "'s", "day"): (3, 17), ("orthodox", "christmas"): (1, 7),
    ("nowruz",): (3, 20), ("all", "saints", "'", "day"): (11, 1), ("all", "saints", "day"): (11, 1),
    ("april", "fools", "'", "day"): (4, 1), ("april", "fool", "'s", "day"): (4, 1), ("victory", "day"): (5, 9),
}  # fmt: skip
"""Feasts on a fixed day: words, then month and day."""

MOVABLE_FEASTS: dict[tuple[str, ...], int | tuple[int, int, int]] = {
    ("good", "friday"): -2, ("easter", "saturday"): -1, ("easter", "sunday"): 0, ("easter",): 0, ("easter", "monday"): 1,
    ("palm", "sunday"): -7, ("maundy", "thursday"): -3, ("ash", "wednesday"): -46, ("ascension", "day"): 39,
    ("whit", "monday"): 50, ("pentecost",): 49,
    ("thanksgiving", "day"): (11, 3, 4), ("thanksgiving",): (11, 3, 4), ("black", "friday"): (11, 4, 4),
    ("labor", "day"): (9, 0, 1), ("memorial", "day"): (5, 0, -1),
    ("martin", "luther", "king", "day"): (1, 0, 3), ("presidents", "day"): (2, 0, 3),
}  # fmt: skip
"""Feasts that move: days after Easter Sunday, or month, weekday and which of them in the month (-1 the last)."""
