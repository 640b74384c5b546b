"""The slots that say who speaks, to whom and when; and the choice of a phrase for a statement."""

from dataclasses import dataclass

from benchmarks.stories.grammar import capital, choose, fill, tidy
from benchmarks.stories.lexicon import Row, party, phrases, table
from benchmarks.stories.plan import Item
from benchmarks.stories.times import day_words, long_day
from benchmarks.stories.voices import Voice, lab_said
from benchmarks.stories.wording import REACTIONS, Wording

__all__ = ["Scene"]

# Slots that would turn what may be, or is to come, into something that has happened.
BARRED = {"may": ("nom}", "ger}", "quote"), "future": ("nom}", "ger}", "c.believed", "c.saidto")}


@dataclass(slots=True)
class Scene(Wording):
    """One article while it is written, with those who speak in it."""

    expert: Voice | None = None

    def write(self, item: Item) -> tuple[str, Row]:
        """Put a statement into words; the text may hold ``||`` behind the sentence that carries it."""
        self.item, self.facts, self.expert = item, self.plan.claims[item.claim], None
        self.when_given, self.last = False, {}
        fitting = {row.text: row for row in phrases(item.kind) if self._suits(row, item)}
        row = fitting[self.pick_text(list(fitting))]
        parts = fill(choose(row.text, self.rng), self.slot).split("||")
        return "||".join(capital(tidy(part)) for part in parts), row

    @staticmethod
    def _suits(row: Row, item: Item) -> bool:
        """Tell whether a phrase suits the item's voice and mood."""
        if row.suits == "fact" and item.mood == "future":
            return False
        barred = () if item.kind in REACTIONS else BARRED.get(item.mood, ())
        if any("{" + key in row.text.lower() for key in barred):
            return False
        voice = item.voice
        if voice is None or row.suits in ("", "fact"):
            return True
        sorts = {"plural": ("group",), "unnamed": ("group", "document")}.get(row.suits, (row.suits,))
        return voice.talks if row.suits == "people" else voice.sort in sorts

    # Voices

    @property
    def speaker(self) -> Voice:
        """Whose word the sentence at hand is."""
        assert self.telling.voice
        return self.telling.voice

    def voice(self, voice: Voice) -> str:
        """Name a voice: in full at first, then in short."""
        if voice.bare in self.said:
            return voice.later or voice.first
        self.said.add(voice.bare)
        return voice.first

    def _src(self) -> str:
        found = self.voice(self.speaker)
        if self.claim.firm and self.speaker.speaks_for == self.claim.firm:
            # The firm is named once: either as the one concerned or as whom the speaker speaks for.
            if "Y" in self.last:
                return found.replace(f"{self.claim.firm} spokes", "company spokes").replace(
                    self.claim.firm, "the company"
                )
            self.last["Y!"] = found
        return found

    _doc = _src

    def _srcs(self) -> str:
        if self.speaker.sort != "group":
            return self.voice(self.speaker)
        self.said.add(self.speaker.bare)
        return self.speaker.bare

    def _srcsbe(self) -> str:
        return "are" if self.speaker.sort == "group" else "is"

    def _pron(self) -> str:
        return self.speaker.pronoun

    _they = _pron

    def _was(self) -> str:
        return "were" if self.speaker.pronoun == "they" else "was"

    def _their(self) -> str:
        return {"he": "his", "she": "her", "it": "its"}.get(self.speaker.pronoun, "their")

    def _it(self) -> str:
        """What a denial is about: a ministry says "it", a person names the country."""
        known = self.speaker.speaks_for in table("states")
        return party(self.speaker.speaks_for).name if known and self.speaker.sort != "body" else "it"

    _itself = _it

    def _its(self) -> str:
        name = self._it()
        return "its" if name == "it" else f"{name}'" if name.endswith("s") else f"{name}'s"

    def _gov(self) -> str:
        side = self._side("G")
        self.last["G"] = side.name if side.group else f"the {side.adj} government"
        return self.last["G"]

    def _acc(self) -> str:
        user = self.claim.frame == "attack"
        return self.name(party(self.claim.b if user else self.claim.a), "B" if user else "A")

    def _what(self) -> str:
        assert self.telling.lab
        return self.telling.lab.what

    def _lab(self) -> str:
        assert self.telling.lab
        return lab_said(self.telling.lab)

    def _basis(self) -> str:
        return self.telling.basis

    def _expert(self) -> str:
        self.expert = self.expert or self.plan.cast.expert()
        return self.expert.first

    # Outlets and places

    def _self(self) -> str:
        return self.piece.outlet.said

    def _rel(self) -> str:
        return self.telling.chain[0].said

    def _rel2(self) -> str:
        return self.telling.chain[1].said

    def _rel3(self) -> str:
        return self.telling.chain[2].said

    def _door(self) -> str:
        assert self.telling.door
        return self.telling.door.said

    def _tv(self) -> str:
        return self.last.setdefault("tv", self.rng.choice(table("outlets")["broadcasters"]))

    def _cap(self) -> str:
        return party(self.claim.a).capital

    def _city(self) -> str:
        return self.piece.city

    # Time

    def _on(self) -> str:
        said = min(self.telling.said or self.piece.day, self.piece.day)
        return day_words(said, self.piece.day, self.rng, british=self.british)

    def _relon(self) -> str:
        return day_words(self.telling.told or self.piece.day, self.piece.day, self.rng, british=self.british)

    def _relday(self) -> str:
        return long_day(self.telling.told or self.piece.day, british=self.british)
