"""What programs send for people who decide, and what is answered."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from onrecord.records import JudgementKind, Stance
from onrecord.serving.api.models.claims import JudgementOut
from onrecord.serving.api.models.common import Model, Sent, Text

__all__ = ["Confirm", "Decision", "EvidenceIn", "EvidenceOut", "PutRightSpeaker", "PutRightStance", "Same", "Separate"]


def _told(text: str) -> str:
    if not text.strip():
        raise ValueError("holds nothing but white space")
    return text


Anchor = Annotated[Text, Field(min_length=1, max_length=64, examples=["c4498210ffddb8dd.1bfd0a3c"])]
Line = Annotated[Text, AfterValidator(_told), Field(min_length=1, max_length=2000)]


class Confirm(Sent):
    """A statement is read rightly."""

    kind: Literal["confirm"]
    anchor: Anchor


class PutRightSpeaker(Sent):
    """Somebody else said it."""

    kind: Literal["speaker"]
    anchor: Anchor
    value: Line = Field(description="Who said it.", examples=["Norway's foreign ministry"])


class PutRightStance(Sent):
    """The source takes another stance."""

    kind: Literal["stance"]
    anchor: Anchor
    value: Stance


class Same(Sent):
    """Two statements belong to one claim."""

    kind: Literal["same"]
    anchor: Anchor
    other: Anchor


class Separate(Sent):
    """Two statements belong to different claims."""

    kind: Literal["separate"]
    anchor: Anchor
    other: Anchor


Decision = Annotated[
    Confirm | PutRightSpeaker | PutRightStance | Same | Separate,
    Field(discriminator="kind", examples=[{"kind": "confirm", "anchor": "c4498210ffddb8dd.1bfd0a3c"}]),
]
KINDS = {
    "confirm": JudgementKind.CONFIRMED,
    "speaker": JudgementKind.WRONG_SPEAKER,
    "stance": JudgementKind.WRONG_STANCE,
    "same": JudgementKind.SAME,
    "separate": JudgementKind.SEPARATE,
}
"""What each is kept as."""


class EvidenceIn(Sent):
    """A statement that no article here holds: an image analysis, a customs record, an original in another language."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "claim": "c4498210ffddb8dd.1bfd0a3c",
                "words": "Six launchers stand on the pier.",
                "source": "Harbour Imaging",
                "day": "2024-03-02",
                "stance": "asserts",
                "link": "https://example.org/images/2024-03-02",
            }
        }
    )

    claim: Anchor = Field(description="A statement of the claim that it is evidence on.")
    words: Annotated[Text, AfterValidator(_told)] = Field(
        min_length=1, max_length=100_000, description="The words, or what the thing shows."
    )
    source: Line = Field(description="Whose statement it is.")
    day: date = Field(description="The day on which it became public.")
    stance: Stance = Stance.ASSERTS
    link: Text | None = Field(None, max_length=2000, description="Address or file where it can be seen.")
    translator: Text | None = Field(None, max_length=2000, description="Who put it into English.")


class EvidenceOut(Model):
    """Evidence that is kept: its own anchor, and the decision that joins it to the claim."""

    anchor: str
    judgement: JudgementOut
