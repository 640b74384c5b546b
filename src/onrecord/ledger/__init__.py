"""The ledger: the one room with a connection. Documents, readings, statements, what is the same, what people decide."""

from onrecord.ledger.checking import faults_in
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.reader import ClaimRow, Reader
from onrecord.ledger.rebuilding import clear, derive, remove
from onrecord.ledger.writer import Fresh, Writer

__all__ = ["ClaimRow", "Fresh", "Ledger", "Reader", "Writer", "clear", "derive", "faults_in", "remove"]
