"""Weighing: what statements are to each other, and the claims they make up. Queries nothing; ``flow`` hands it all it needs."""

from onrecord.weighing.candidates import edges_of, keys_of
from onrecord.weighing.relate import relate
from onrecord.weighing.sayings import anchor_of, said_in
from onrecord.weighing.weigh import weigh

__all__ = ["anchor_of", "edges_of", "keys_of", "relate", "said_in", "weigh"]
