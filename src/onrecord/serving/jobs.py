"""Reading takes seconds: what was handed in waits its turn, one worker reads it, and a page tells how far it is.

Jobs live as long as the server does. Whatever a job has added is whole in the ledger; what it had not come to when the server
ends is told as not done, and can be handed in again: what is there already is left as it is.
"""

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.errors import OnrecordError
from onrecord.flow.adding import Added, add_document
from onrecord.flow.summing import sum_up
from onrecord.ledger import Ledger
from onrecord.records import Document

__all__ = ["Full", "Item", "Job", "Jobs", "State"]

WAITING = 8
"""Jobs that may wait; each holds at most what one request may bring."""
REMEMBERED = 200
"""Jobs that are done and still told of."""
_LOG = logging.getLogger("onrecord.serving")


class Full(Exception):
    """As many jobs wait as can."""


class State(StrEnum):
    """How far an article of a job is."""

    WAITING = "waiting"
    READING = "reading"
    ADDED = "added"
    THERE = "there already"
    FAILED = "failed"
    DROPPED = "not done"


@dataclass
class Item:
    """One article of a job.

    Attributes:
        name: what it was called.
        make: makes a document of what was handed in; None once it is done.
        state: how far it is.
        document: id of the document, once it is in the ledger.
        statements: how many statements were found.
        succeeds: id of the document of the same address that it follows, if there is one.
        line: what went wrong.
    """

    name: str
    make: Callable[[], Document] | None
    state: State = State.WAITING
    document: str | None = None
    statements: int = 0
    succeeds: str | None = None
    line: str | None = None


@dataclass
class Job:
    """What somebody handed in at once.

    Attributes:
        id: by which its page is asked for; nobody guesses it.
        items: its articles, in order.
        by: who handed it in.
    """

    items: Sequence[Item]
    by: str
    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    @property
    def done(self) -> bool:
        """Whether nothing of it waits or is being read."""
        return all(item.state not in (State.WAITING, State.READING) for item in self.items)

    def count(self, *states: State) -> int:
        """Return how many of its articles are in some states."""
        return sum(item.state in states for item in self.items)


class Jobs:
    """A queue with one worker, which starts with the first job."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._kept: OrderedDict[str, Job] = OrderedDict()
        self._waiting: list[Job] = []
        self._changed = threading.Condition()
        self._worker: threading.Thread | None = None
        self._ending = False

    def hand_in(self, items: Sequence[Item], by: str) -> Job:
        """Let articles wait their turn.

        Raises:
            Full: too many wait already, or the server is ending.
        """
        with self._changed:
            if self._ending or len(self._waiting) >= WAITING:
                raise Full
            job = Job(items, by)
            self._kept[job.id] = job
            self._waiting.append(job)
            for old in [j for j in self._kept.values() if j.done][: max(0, len(self._kept) - REMEMBERED)]:
                del self._kept[old.id]
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="onrecord-reading", daemon=True)
                self._worker.start()
            self._changed.notify()
        return job

    def find(self, name: str) -> Job | None:
        """Return a job; None if there is none of this name, or no longer."""
        with self._changed:
            return self._kept.get(name)

    def ahead_of(self, job: Job) -> int:
        """Return how many articles are to be read before a job's first."""
        with self._changed:
            before = self._waiting[: self._waiting.index(job)] if job in self._waiting else []
        return sum(j.count(State.WAITING, State.READING) for j in before)

    def end(self, seconds: float) -> bool:
        """Take nothing more; let the article in hand be finished, and tell what waits as not done.

        Args:
            seconds: how long to wait for the article in hand. If it takes longer, it is not kept at all, as the process ends.

        Returns:
            Whether it was finished.
        """
        with self._changed:
            self._ending = True
            self._changed.notify()
            worker = self._worker
        if worker is not None:
            worker.join(seconds)
        left = sum(job.count(State.WAITING, State.READING, State.DROPPED) for job in self._kept.values())
        if left:
            _LOG.warning("the server ends before %d articles handed in were read; they can be handed in again", left)
        return worker is None or not worker.is_alive()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ending)
                if not self._waiting:
                    return
                job = self._waiting[0]
            for item in job.items:
                if self._ending:
                    item.state, item.make = State.DROPPED, None
                else:
                    self._take(item)
            if not self._ending and job.count(State.ADDED):
                self._sum_up()
            with self._changed:
                self._waiting.remove(job)

    def _take(self, item: Item) -> None:
        """Read one article and keep it, or keep what went wrong."""
        make, item.make = item.make, None
        if make is None:
            return
        item.state = State.READING
        try:
            done = add_document(self.ledger, make())
        except OnrecordError as error:
            item.line, item.state = str(error), State.FAILED
        except Exception as error:  # noqa: BLE001 - the worker goes on whatever happens to one article
            _LOG.exception("reading %r", item.name)
            item.line = f"{item.name}: got a fault of this program ({type(error).__name__}); expected a reading"
            item.state = State.FAILED
        else:
            _finish(item, done)

    def _sum_up(self) -> None:
        """Sum up what changed, so that nobody who asks for the claims has to wait for it."""
        try:
            sum_up(self.ledger)
        except OnrecordError as error:
            _LOG.warning("summing up: %s", error)


def _finish(item: Item, done: Added) -> None:
    item.document, item.statements, item.succeeds = done.document, done.statements, done.succeeds
    item.state = State.ADDED if done.new else State.THERE
