"""YAML read field by field: every fault with its file, its entry and its field."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from onrecord.errors import RegisterError
from onrecord.records.regimes import Moment
from onrecord.registers.moments import moment_of

__all__ = ["Fields", "read_yaml"]

Choice = TypeVar("Choice", bound=StrEnum)
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DAYS = "a day, month, year, instant with zone or range: 2023-10-18, 2009-06, 2016, 2025-09-28T00:00Z, [2025-09-29..2025-09-30]"


class _Loader(_BASE):  # type: ignore[misc]
    """YAML in which days stay texts, as they are written, and a key stands once."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, form) for tag, form in pairs if tag != "tag:yaml.org,2002:timestamp"]
        for first, pairs in _BASE.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """Return a mapping; refuse one that has a key twice, of which YAML would keep the last in silence."""
        keys = [key.value for key, _ in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"key {twice!r} a second time", node.start_mark)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, where: str) -> Mapping[str, Any]:
    """Return the mapping that a file holds.

    Raises:
        RegisterError: it is no YAML in UTF-8, or holds something else.
    """
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark is not None else ""
        raise RegisterError(f"{where}{line}", error.problem or "no YAML", "a YAML file") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        told = str(error).splitlines() or ["no YAML"]
        raise RegisterError(where, told[0], "a YAML file in UTF-8") from error
    if not isinstance(raw, dict):
        raise RegisterError(where, type(raw).__name__, "a mapping of fields")
    return raw


class Fields:
    """The fields of one entry; what is wrong with them is added to ``faults`` and None or nothing returned for it.

    Attributes:
        where: the file, and the entry where it is known.
        faults: one for each fault so far.
    """

    def __init__(self, where: str, raw: Any, known: Iterable[str], faults: list[RegisterError]) -> None:
        """Take an entry and the fields it may have.

        Args:
            where: the file and the entry, as messages name them.
            raw: what stands there.
            known: names of the fields it may have.
            faults: where faults are added to.
        """
        self.where, self.faults = where, faults
        self.raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            self.fault("", f"{type(raw).__name__} {raw!r}", "fields")
        names = tuple(known)
        for name in self.raw:
            if name not in names:
                self.fault("", f"field {name!r}", f"some of {', '.join(names)}")

    def fault(self, field: str, got: str, expected: str) -> None:
        """Add a fault."""
        self.faults.append(RegisterError(f"{self.where}: {field}" if field else self.where, got, expected))

    def text(self, field: str) -> str:
        """Return a text that must be there."""
        value = self.maybe(field)
        if value is None and self.raw.get(field) is None:
            self.fault(field, "nothing", "a text")
        return value or ""

    def maybe(self, field: str) -> str | None:
        """Return a text, or None where there is none."""
        value = self.raw.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.fault(field, repr(value), "a text, or no such field")
            return None
        return " ".join(value.split())

    def texts(self, field: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.raw.get(field)
        if value is None and not needed:
            return ()
        if not isinstance(value, list) or not value or not all(isinstance(v, str) and v.strip() for v in value):
            self.fault(
                field, "nothing" if value is None else repr(value), "a list of texts, quoted where they hold a colon"
            )
            return ()
        return tuple(" ".join(v.split()) for v in value)

    def choice(self, field: str, choices: type[Choice], *, needed: bool = True) -> Choice | None:
        """Return a value of a closed list."""
        value = self.raw.get(field)
        if value is None and not needed:
            return None
        found = next((choice for choice in choices if choice.value == value), None)
        if found is None:
            self.fault(field, "nothing" if value is None else repr(value), f"one of {', '.join(choices)}")
        return found

    def moment(self, field: str) -> Moment | None:
        """Return a day or an instant, or None where there is none."""
        value = self.raw.get(field)
        if value is None:
            return None
        try:
            return moment_of(str(value))
        except ValueError:
            self.fault(field, repr(value), _DAYS)
            return None

    def entries(self, field: str) -> list[Any]:
        """Return a list of entries; nothing where there is none."""
        value = self.raw.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(field, repr(value), "a list of entries")
            return []
        return value
