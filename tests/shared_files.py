"""The material shared with the project, in ``../shared``: not everybody has it."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def required(path: Path) -> Path:
    """Return a file or folder of ``../shared``; without it skip, and in CI fail."""
    if path.exists():
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"{path}: got nothing there; CI has to read the shared material")
    pytest.skip(f"{path} is not on this machine")
