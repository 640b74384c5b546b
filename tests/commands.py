"""The command line in this process, as a person meets it: what it prints, where, and its exit code."""

import sys
from dataclasses import dataclass
from unittest.mock import patch

import pytest

from onrecord.cli import main

__all__ = ["Done", "run"]


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, and what it printed to standard output and to standard error."""

    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """What it printed to standard output, white space as one space."""
        return " ".join(self.out.split())


def run(capture: pytest.CaptureFixture[str], *arguments: str) -> Done:
    """Run ``onrecord`` with arguments; an error that is not for people is raised."""
    capture.readouterr()
    code: object = 0
    with patch.object(sys, "argv", ["onrecord", *arguments]):
        try:
            main()
        except SystemExit as left:
            code = left.code or 0
    out, err = capture.readouterr()
    return Done(int(str(code)), out, err)
