"""The ledger: the one room with a connection. Documents, readings, statements, what is the same, what people decide."""

from onrecord.ledger.articles import Kept, Neighbour, ReadAs
from onrecord.ledger.checking import faults_in
from onrecord.ledger.entities import NamedRow, NameRow, Spelling
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.named import BY, OF, OUT, key_of
from onrecord.ledger.opening import printable_url
from onrecord.ledger.reader import Reader
from onrecord.ledger.rebuilding import clear, derive, remove, versions
from onrecord.ledger.rows import ClaimRow, DecisionRow, DocumentRow, Order, Reviewed, Wanted, kinds_of
from onrecord.ledger.search import words_of
from onrecord.ledger.writer import Fresh, Writer, findable

__all__ = [
    "BY", "OF", "OUT", "ClaimRow", "DecisionRow", "DocumentRow", "Fresh", "Kept", "Ledger", "NameRow", "NamedRow",
    "Neighbour", "Order", "ReadAs", "Reader", "Reviewed", "Spelling", "Wanted", "Writer", "clear", "derive", "faults_in",
    "findable", "key_of", "kinds_of", "printable_url", "remove", "versions", "words_of",
]  # fmt: skip
