"""The reading model at run time: one ONNX session, its labels and its decoding tables."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.reading.decode import Chain
from onrecord.reading.labels import INPUTS, OUTPUTS
from onrecord.reading.windows import Pieces, Spelling, window_arrays
from onrecord.records import Span

__all__ = ["PARTS", "SHIPPED", "Model", "load_model", "session_options"]

Floats = NDArray[np.float32]
PARTS = ("reading.onnx", "reading.json", "reading.npz", "tokenizer.json")
"""The files of a reading model: graph, labels, decoding tables, word pieces."""
SHIPPED = Path(str(files("onrecord"))) / "data" / "model"


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded reading model.

    Attributes:
        version: first twelve digits of the SHA-256 of its four files.
        spelling: words to word pieces.
        relations: names of dependency relations, in the order of their scores.
        scripts: lemma scripts, in the order of their scores.
        chains: tag chains, by output.
        tables: the relation head's last layer, by name.
        session: the ONNX session.
    """

    version: str
    spelling: Spelling
    relations: tuple[str, ...]
    scripts: tuple[str, ...]
    chains: Mapping[str, Chain]
    tables: Mapping[str, Floats]
    session: ort.InferenceSession

    def scores(self, pieces: Pieces, window: Span) -> dict[str, Floats]:
        """Read one window.

        Windows are never padded or batched together, so that what a window gives depends on nothing but its words.

        Returns:
            The tensors of ``OUTPUTS`` by name, without the batch dimension.
        """
        arrays = window_arrays(pieces, window, self.spelling)
        feed = {name: array[None] for name, array in zip(INPUTS, arrays, strict=True)}
        found = self.session.run(list(OUTPUTS), feed)
        return {name: values[0] for name, values in zip(OUTPUTS, found, strict=True)}

    def relations_of(self, dependents: Floats, heads: Floats) -> NDArray[np.int64]:
        """Return the best relation for pairs of vectors.

        Args:
            dependents: (N, 2 x rank) vectors of the dependents.
            heads: (N, 2 x rank) vectors of their heads.

        Returns:
            (N) numbers of ``relations``.
        """
        rank = dependents.shape[1] // 2
        sums = np.maximum(dependents[:, :rank] + heads[:, :rank], 0)
        features = np.concatenate((sums, dependents[:, rank:] * heads[:, rank:]), axis=1)
        best: NDArray[np.int64] = (features @ self.tables["relations_weight"] + self.tables["relations_bias"]).argmax(1)
        return best


def session_options(threads: int) -> ort.SessionOptions:
    """Return how a session runs: ``threads`` threads, 0 for every core, and nothing printed but errors."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


@lru_cache(maxsize=4)
def load_model(folder: Path | None = None, threads: int = 0) -> Model:
    """Load a reading model.

    Args:
        folder: where its files lie; the shipped model if None.
        threads: threads the session may use; 0 takes every core.

    Raises:
        ModelError: a file is missing or damaged, or the files do not fit together.
    """
    place = folder or SHIPPED
    missing = [p for p in PARTS if not (place / p).is_file()]
    if missing:
        raise ModelError(str(place), f"no {missing[0]}", f"the files {', '.join(PARTS)}")
    weights = (place / PARTS[0]).read_bytes()
    version = sha256(weights + b"".join((place / p).read_bytes() for p in PARTS[1:])).hexdigest()[:12]
    part = PARTS[0]
    try:
        session = ort.InferenceSession(weights, session_options(threads), providers=["CPUExecutionProvider"])
        part = PARTS[1]
        labels = json.loads((place / part).read_text(encoding="utf-8"))
        relations, scripts = tuple(labels["relations"]), tuple(labels["scripts"])
        part = PARTS[2]
        with np.load(place / part) as stored:
            tables = {name: stored[name] for name in stored.files}
        chains = {n: Chain(tables[f"{n}_steps"], tables[f"{n}_first"]) for n in ("attribution", "entities")}
        part = PARTS[3]
        spelling = Spelling(place / part)
    except ModelError:
        raise
    except Exception as error:  # each library has errors of its own, some of them bare
        raise ModelError(
            str(place / part), f"a damaged file ({type(error).__name__})", "a file of a reading model"
        ) from error
    _fit_together(place, session, len(relations), len(scripts), tables)
    return Model(version, spelling, relations, scripts, chains, tables, session)


def _fit_together(
    place: Path, session: ort.InferenceSession, relations: int, scripts: int, tables: Mapping[str, Floats]
) -> None:
    given = {o.name: o.shape for o in session.get_outputs()}
    if tuple(given) != OUTPUTS:
        raise ModelError(str(place / PARTS[0]), f"outputs {', '.join(given)}", f"outputs {', '.join(OUTPUTS)}")
    known = (given["lemmas"][-1], tables["relations_bias"].shape[0])
    if known != (scripts, relations):
        raise ModelError(
            str(place),
            f"{scripts} lemma scripts and {relations} relations",
            f"{known[0]} and {known[1]}, as the weights have",
        )
