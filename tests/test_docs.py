"""What the documents say is what there is: fields, values, options, settings, make targets, links."""

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest
import typer.main

import onrecord
from onrecord import records
from onrecord.cli import app
from onrecord.records import Document, MadeBy, Parse, Reading, claims_to_dict, to_dict, values
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCHEMA = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "training" / "README.md"])
FOR_USERS = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LAYERS = {"Attribution", "Edge", "Fact", "Imprint", "Name", "Parse", "Party", "Reading", "Root", "Said"}
"""Records that are not in the JSON, or are there under another heading."""
RECORDS = sorted(n for n in records.__all__ if hasattr(getattr(records, n), "__dataclass_fields__") and n not in LAYERS)
ENUMS = sorted(n for n in values.__all__ if issubclass(getattr(values, n), StrEnum))


def named_under(heading: str) -> list[str]:
    """Return what the first column of the table under a heading of the schema names."""
    _, found, rest = SCHEMA.partition(f"\n{heading}\n")
    assert found, f"docs/schema.md has no heading {heading}"
    section = re.split(r"^#", rest, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `([\w ,+-]+)` \|", section, re.MULTILINE)


def as_json() -> dict[str, object]:
    parse = Parse((), (), (), 0, (), (), (), (), (), (), ())
    return to_dict(Reading(MadeBy("", "", "", ""), Document(""), (), (), (), (), (), (), None, (), parse))


def options_of(command: object) -> Iterable[str]:
    """Yield the options of a command and of the commands below it."""
    for parameter in getattr(command, "params", []):
        yield from (name for name in parameter.opts if name.startswith("--"))
    for below in getattr(command, "commands", {}).values():
        yield from options_of(below)


def test_the_schema_describes_the_top_level() -> None:
    assert named_under("## Top level") == list(as_json())


def test_the_schema_describes_the_document() -> None:
    document = as_json()["document"]
    assert isinstance(document, dict)
    assert named_under("## Document") == list(document)


@pytest.mark.parametrize("name", [n for n in RECORDS if n != "Document"])
def test_the_schema_describes_every_record(name: str) -> None:
    assert named_under(f"## {name}") == [field.name for field in fields(getattr(records, name))]


@pytest.mark.parametrize("name", ENUMS)
def test_the_schema_explains_every_value(name: str) -> None:
    assert named_under(f"### {name}") == list(getattr(values, name))


def test_the_schema_has_no_heading_too_many() -> None:
    headings = set(re.findall(r"^##+ (.+)$", SCHEMA, re.MULTILINE))
    assert headings == {"Top level", "Values", "Statement of a claim", *RECORDS, *ENUMS}


def test_the_schema_describes_the_statement_of_a_claim() -> None:
    reading = onrecord.read("Iran sent missiles to Russia, Reuters reported.")
    (claim, *_) = claims_to_dict(reading.claims or (), None)["claims"]
    assert named_under("## Statement of a claim") == list(claim["statements"][0])


def test_every_option_of_the_command_line_is_documented() -> None:
    top = typer.main.get_command(app)
    commands = {"": top, **getattr(top, "commands", {})}
    for command in commands.values():
        for option in options_of(command):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", FOR_USERS), f"{option} is in no document"


def test_every_option_in_the_documents_exists() -> None:
    top = typer.main.get_command(app)
    known = {option for c in (top, *getattr(top, "commands", {}).values()) for option in options_of(c)} | {"--help"}
    for line in re.findall(r"onrecord(?: read)? [^`\n|]*", FOR_USERS):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)) <= known, line


def test_every_setting_is_documented_and_no_other() -> None:
    prefix = Settings.model_config["env_prefix"]
    assert set(re.findall(rf"`({prefix}\w+)`", FOR_USERS)) == {prefix + name.upper() for name in Settings.model_fields}


def test_make_help_lists_every_target() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert sorted(phony[1].split()) == sorted(re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE))


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r"(?:`|\$ )make ([a-z]+)", text))
        assert named <= targets, path.name


def test_contributing_names_every_target() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for target in re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE):
        assert f"make {target}" in text, target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_the_examples_say_that_their_outlets_are_invented() -> None:
    examples = sorted((ROOT / "examples").rglob("*.md"))
    assert len(examples) >= 12
    for path in examples:
        header = path.read_text(encoding="utf-8").split("---\n")[1]
        assert "The outlet is invented" in header, path.name
        assert re.search(r"^url: https://example\.org/\S+$", header, re.MULTILINE), path.name


def test_the_sample_in_the_readme_is_what_the_command_prints() -> None:
    found = re.search(r"```console\n\$ (onrecord read (\S+))\n(.*?)```", README, re.DOTALL)
    assert found, "README.md shows no sample of onrecord read"
    printed = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", found[2]], cwd=ROOT, capture_output=True, check=True, timeout=60
    ).stdout.decode()
    shown = [line.rstrip() for line in found[3].splitlines() if line.strip() not in ("", "[...]")]
    kept = {line.rstrip() for line in printed.splitlines()}
    # Another kind of CPU may read a line or two differently; a sample that is not real would differ in most.
    assert len(shown) > 15
    assert sum(line in kept for line in shown) >= 0.8 * len(shown)
