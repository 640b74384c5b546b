"""The public doors, opened on chosen weights: ``onrecord.read`` and ``onrecord.read_words``, nothing below them."""

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onrecord
from evaluation.results import DataError
from onrecord.reading.model import PARTS, SHIPPED
from onrecord.records import Parse, Reading
from onrecord.settings import settings

__all__ = ["Doors", "name_weights", "open_doors", "whole_model"]

VARIABLE = "ONRECORD_MODEL"
Words = tuple[tuple[str, ...], ...]


class Doors:
    """The doors as they stand while ``open_doors`` lasts. A text in gold words is read once, however many sets share it."""

    def __init__(self) -> None:
        """Read nothing, to learn which weights the doors use."""
        self.model = onrecord.read("").made_by.model
        self.folder = settings().model or SHIPPED
        self._parses: dict[tuple[Words, tuple[int, ...]], Parse] = {}

    def article(self, text: str, title: str | None) -> Reading:
        """Read an article's text, its title beside it if it is known."""
        return onrecord.read(text, title=title)

    def words(self, sentences: Words, paragraphs: tuple[int, ...]) -> Parse:
        """Read gold words."""
        key = (sentences, paragraphs)
        if key not in self._parses:
            self._parses[key] = onrecord.read_words(sentences, paragraphs=paragraphs)
        return self._parses[key]


@contextmanager
def open_doors(folder: Path | None) -> Iterator[Doors]:
    """Open the doors on a folder of weights; on those the environment names, else the shipped ones, if it is None.

    Raises:
        ModelError: the folder does not hold a whole model.
    """
    before = os.environ.get(VARIABLE)
    try:
        if folder is not None:
            os.environ[VARIABLE] = str(folder)
        settings.cache_clear()
        yield Doors()
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before
        settings.cache_clear()


def whole_model(place: Path, base: Path | None, scratch: Path) -> Path:
    """Return a folder with every part of a model.

    Args:
        place: a folder with ``reading.onnx``, or the graph itself as training leaves it beside the checkpoint.
        base: where parts that ``place`` lacks come from; the shipped model if None.
        scratch: an empty folder to put them together in.

    Raises:
        DataError: no graph there.
    """
    graph = place / PARTS[0] if place.is_dir() else place
    if not graph.is_file():
        raise DataError(f"{place}: got no {PARTS[0]}; expected a folder of weights or an .onnx file")
    if all((graph.parent / part).is_file() for part in PARTS) and graph.name == PARTS[0]:
        return graph.parent
    for part in PARTS[1:]:
        own = graph.parent / part
        shutil.copyfile(own if own.is_file() else (base or SHIPPED) / part, scratch / part)
    shutil.copyfile(graph, scratch / PARTS[0])
    return scratch


def name_weights(doors: Doors, given: Path | None) -> str:
    """Return which weights the doors stand open on: "shipped" if every part is that of the wheel, else where they lie.

    Args:
        doors: the doors.
        given: where somebody said they lie, before a missing part was borrowed; the doors' folder if None.
    """
    same, _, _ = filecmp.cmpfiles(doors.folder, SHIPPED, PARTS, shallow=False)
    return "shipped" if len(same) == len(PARTS) else str(given or doors.folder)
