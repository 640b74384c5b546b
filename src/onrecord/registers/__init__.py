"""Registers: the dictionaries an analyst edits, loaded and checked.

``lexicon()`` holds the words that attribute, ``gazetteer()`` the names of states, institutions and outlets, ``regimes()`` the
measures with the times in which they are in force; all are read once and never change.
``registers_version()`` names the state of the tables, and ``check()`` finds their faults.
"""

from onrecord.registers.checking import Checked, check
from onrecord.registers.entries import (
    Body,
    BodyKind,
    Cue,
    CueObject,
    CuePos,
    Hearsay,
    HearsayForm,
    Hedge,
    HedgeKind,
    How,
    Outlet,
    OutletKind,
    OutletWord,
    Place,
    Rebuttal,
    Role,
    SpeaksFor,
    State,
    StateMatch,
    Subject,
    Topic,
    Venue,
    VenueNames,
    VoiceNoun,
)
from onrecord.registers.frames import Frame, Frames, Trigger, frames
from onrecord.registers.gazetteer import Gazetteer, gazetteer
from onrecord.registers.given_names import given_names
from onrecord.registers.in_force import LegalStatus, MeasureState, in_dispute, state_at, state_on
from onrecord.registers.inflection import stems
from onrecord.registers.lexicon import Lexicon, lexicon
from onrecord.registers.measure_nouns import MeasureKind, MeasureNoun, measure_nouns
from onrecord.registers.people import People, Person, people
from onrecord.registers.phrases import ANY, Found, Phrase, Phrases
from onrecord.registers.regimes import Regimes, load_regimes, regimes
from onrecord.registers.subjects import ControlledSubject, Imposer, Subjects, imposers, subjects
from onrecord.registers.tables import DATA
from onrecord.registers.units import Unit, UnitKind, Units, units
from onrecord.registers.version import registers_version
from onrecord.registers.weapons import Weapon, Weapons, weapons

__all__ = [
    "ANY", "DATA", "Body", "BodyKind", "Checked", "ControlledSubject", "Cue", "CueObject", "CuePos", "Found", "Frame",
    "Frames", "Gazetteer", "Hearsay", "HearsayForm", "Hedge", "HedgeKind", "How", "Imposer", "LegalStatus", "Lexicon",
    "MeasureKind", "MeasureNoun", "MeasureState", "Outlet", "OutletKind", "OutletWord", "People", "Person", "Phrase",
    "Phrases", "Place", "Rebuttal", "Regimes", "Role", "SpeaksFor", "State", "StateMatch", "Subject", "Subjects", "Topic",
    "Trigger", "Unit", "UnitKind", "Units", "Venue", "VenueNames", "VoiceNoun", "Weapon", "Weapons", "check", "frames",
    "gazetteer", "given_names", "imposers", "in_dispute", "lexicon", "load_regimes", "measure_nouns", "people", "regimes",
    "registers_version", "state_at", "state_on", "stems", "subjects", "units", "weapons",
]  # fmt: skip
