"""Screening: names go in, listed parties come out, each with the alias that matched and why.

``screen()`` is the door: one name against an ``Index`` of lists. ``load_list()`` reads a list's file, ``Store`` keeps its
versions, ``delta()`` and ``standing()`` compare them, ``bound()`` asks the register whether a listing's programmes were in force.
"""

from onrecord.screening.coding import listing_to_dict
from onrecord.screening.delta import Change, Delta, delta
from onrecord.screening.index import Index
from onrecord.screening.loading import load_list, made_on
from onrecord.screening.loading.common import day
from onrecord.screening.opinion import second_opinion
from onrecord.screening.programmes import bound
from onrecord.screening.screen import ALIKE, THRESHOLD, score_pair, screen
from onrecord.screening.standing import Seen, around, standing
from onrecord.screening.store import Origin, Store

__all__ = [
    "ALIKE", "THRESHOLD", "Change", "Delta", "Index", "Origin", "Seen", "Store", "around", "bound", "day", "delta",
    "listing_to_dict", "load_list",
    "made_on", "score_pair", "screen", "second_opinion", "standing",
]  # fmt: skip
