"""Weighing: what statements are to each other, and the claims they make up. Queries nothing; ``flow`` hands it all it needs."""

from onrecord.weighing.candidates import edges_of
from onrecord.weighing.relate import relate
from onrecord.weighing.weigh import weigh

__all__ = ["edges_of", "relate", "weigh"]
