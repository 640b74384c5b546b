"""A reading as JSON: every field of the schema, null for what is not looked for."""

import json

import onrecord
from onrecord.records import SCHEMA, to_dict

TOP = [
    "schema", "made_by", "document", "headline", "statements", "events", "entities", "dates", "quantities", "measures", "claims",
]  # fmt: skip
STATEMENT = [
    "id", "source", "via", "cue", "content", "quotation", "stance", "certainty", "condition", "scope", "said_on",
    "review", "events",
]  # fmt: skip


def test_the_fields_are_those_of_the_schema_in_its_order() -> None:
    value = to_dict(onrecord.read("“No,” the minister said. “Never.”", outlet="Harbour Wire"))
    assert list(value) == TOP
    assert value["schema"] == SCHEMA
    assert list(value["statements"][0]) == STATEMENT
    assert value["document"]["outlet"] == "Harbour Wire"


def test_a_reading_survives_json() -> None:
    value = to_dict(onrecord.read("The minister of Norway said in Oslo that nothing had been sent."))
    assert json.loads(json.dumps(value)) == value


def test_unknown_is_null_and_never_an_empty_string() -> None:
    def strings(node: object) -> list[str]:
        if isinstance(node, dict):
            return [s for v in node.values() for s in strings(v)]
        if isinstance(node, list):
            return [s for v in node for s in strings(v)]
        return [node] if isinstance(node, str) else []

    assert "" not in strings(to_dict(onrecord.read("The minister said that nothing had been sent.")))
