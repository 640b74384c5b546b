"""The house keeps its order: a room imports only from rooms below it, never from a sibling."""

import ast
import sys
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent
LEVELS = {
    "errors": 0, "version": 0,
    "settings": 1, "records": 1,
    "registers": 2, "matching": 2,
    "acquiring": 3, "reading": 3, "screening": 3, "weighing": 3, "ledger": 3, "publishing": 3,
    "flow": 4,
    "serving": 5, "scaling": 5,
    "cli": 6,
    "__init__": 7, "__main__": 7,
}  # fmt: skip
STANDARD_ONLY = ("errors", "version", "records")
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "onrecord"
                else {str(node.module)}
            )
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_a_room_imports_only_from_below(module: Path) -> None:
    room = room_of(module)
    for name in imported(module):
        parts = name.split(".")
        if parts[0] != "onrecord" or len(parts) < 2:
            assert parts[0] not in ("training", "evaluation", "benchmarks", "tests", "torch"), name
            continue
        if parts[1] != room:
            assert LEVELS[parts[1]] < LEVELS[room], f"{room} imports {parts[1]}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_the_lowest_rooms_need_nothing_but_the_standard_library(module: Path) -> None:
    if room_of(module) in STANDARD_ONLY:
        foreign = {n.split(".")[0] for n in imported(module)} - set(sys.stdlib_module_names) - {"onrecord"}
        assert not foreign


def test_only_settings_reads_the_environment() -> None:
    readers = {
        room_of(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv")
    }
    assert readers <= {"settings"}


def test_every_room_is_known() -> None:
    assert {room_of(m) for m in MODULES} <= set(LEVELS)
