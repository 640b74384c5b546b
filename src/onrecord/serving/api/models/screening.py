"""Screening: the fields of schema ``onrecord.screening/1``, and what clients of yente send and expect."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.records.listings import NameKind, PartyKind
from onrecord.records.matches import OnDay
from onrecord.serving.api.models.common import Model, Text

__all__ = [
    "AlgorithmOut",
    "AlgorithmsOut",
    "AliasOut",
    "CatalogOut",
    "DatasetOut",
    "EntityExample",
    "EntityOut",
    "MatchOut",
    "MatchRequest",
    "MatchResponse",
    "MatchesOut",
    "PartyOut",
    "QueryResponse",
    "ReasonOut",
    "ScoredEntity",
    "ScreeningOut",
    "SearchOut",
    "StandingOnDay",
    "Total",
]


class AliasOut(Model):
    """One name of a listed party."""

    text: str
    kind: NameKind
    weak: bool = Field(description="Whether the list itself calls it weak.")


class ReasonOut(Model):
    """One word of the name asked for that stands for one of the name listed."""

    asked: str
    listed: str
    score: float
    how: str


class PartyOut(Model):
    """A listed party."""

    id: str = Field(description="The list's own identifier.")
    entity: str = Field(description="Its name at `/entities/{id}`.")
    name: str
    kind: PartyKind | None
    programmes: list[str]
    listed_on: date | None
    born: list[str]
    countries: list[str]
    identifiers: list[tuple[str, str]]


class StandingOnDay(Model):
    """Whether a party was listed on a day, as far as the versions of its list tell."""

    answer: OnDay
    why: str


class MatchOut(Model):
    """A party that a name may be, and why."""

    score: float
    alias: AliasOut
    via: str | None = Field(description="How the name was read, where not as it stands.")
    how: list[ReasonOut]
    only_asked: list[str]
    only_listed: list[str]
    party: PartyOut
    list_version: str
    standing: StandingOnDay | None


class MatchesOut(Model):
    """A name with its matches."""

    asked: str
    kind: PartyKind | None
    matches: list[MatchOut]


class ScreeningOut(Model):
    """Matches, with what they are not."""

    schema_: Literal["onrecord.screening/1"] = Field(alias="schema")
    note: str
    names: list[MatchesOut]


class EntityExample(BaseModel):
    """An entity as clients of yente describe it; what is not compared is passed over."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: Text | None = Field(None, max_length=500)
    schema_: Text = Field("Thing", alias="schema", max_length=100, examples=["Person"])
    properties: dict[Text, Text | list[Text]] = Field(
        default_factory=dict, max_length=100, examples=[{"name": ["Viktor Anatoljevitch Bout"]}]
    )


class MatchRequest(BaseModel):
    """Entities to be matched, by names of the caller's own."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "example": {"queries": {"q1": {"schema": "Person", "properties": {"name": ["Viktor Anatoljevitch Bout"]}}}}
        },
    )

    queries: dict[Text, EntityExample] = Field(min_length=1, max_length=100)


class EntityOut(BaseModel):
    """A listed party in the form of FollowTheMoney."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    id: str
    caption: str
    schema_: str = Field(alias="schema")
    properties: dict[str, list[str]]
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None


class FeatureOut(Model):
    """What a score is made of."""

    score: float
    detail: str


class ScoredEntity(EntityOut):
    """A party that an entity may be."""

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, FeatureOut]


class Total(Model):
    """How many there are."""

    value: int
    relation: Literal["eq", "gte"]


class QueryResponse(Model):
    """What one entity matches."""

    status: int
    results: list[ScoredEntity]
    total: Total
    query: EntityExample


class MatchResponse(Model):
    """What entities match; ``matcher`` tells what features mean."""

    responses: dict[str, QueryResponse]
    matcher: dict[str, dict[str, Any]]
    limit: int


class SearchOut(Model):
    """Parties that a name may be, a page of them."""

    limit: int
    offset: int
    total: Total
    results: list[EntityOut]
    facets: dict[str, Any]


class DatasetOut(Model):
    """A list that is loaded, or all of them."""

    name: str
    title: str
    version: str | None
    updated_at: str | None
    entity_count: int
    children: list[str]
    load: bool
    index_current: bool


class CatalogOut(Model):
    """The lists that are loaded."""

    datasets: list[DatasetOut]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class AlgorithmOut(Model):
    """How entities are matched."""

    name: str
    description: str
    features: dict[str, dict[str, Any]]


class AlgorithmsOut(Model):
    """The ways in which entities can be matched: one."""

    algorithms: list[AlgorithmOut]
    default: str
    best: str
