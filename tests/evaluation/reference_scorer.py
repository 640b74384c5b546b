"""The reference scorer of ``../shared/scoring``: where it lies, and what it must print for our counts."""

import importlib.util
from collections import Counter
from types import ModuleType

from evaluation.relations import ROLES, figures
from tests.shared_files import SHARED, required

SCORER = SHARED / "scoring" / "score_relations.py"


def load_scorer() -> ModuleType:
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("score_relations", required(SCORER))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_printed(n: Counter[str]) -> str:
    """Return our figures for summed counts in the scorer's own form."""
    ours = figures(n)
    lines = [f"relations: gold {n['g']}, predicted {n['p']}          P / R / F1"]
    lines += [f"{r:8} exact {ours[f'{r} exact']}   token {ours[f'{r} token']}" for r in ROLES]
    lines += [f"relation {k:10} {ours[f'relation {k}']}" for k in ("cue", "relaxed", "all exact")]
    return "\n".join(lines) + "\n"
