"""Weighing: what statements are to each other, and the claims they make up. Queries nothing; ``flow`` hands it all it needs."""

from onrecord.weighing.candidates import edge_of, edges_of, keys_of, lookups_of
from onrecord.weighing.growing import stays_whole, ties_of
from onrecord.weighing.history import history
from onrecord.weighing.judging import judged
from onrecord.weighing.origins import official, root_of_name
from onrecord.weighing.relate import relate
from onrecord.weighing.sayings import anchor_of, name_of, said_in
from onrecord.weighing.summing import Sum, summed
from onrecord.weighing.weigh import weigh

__all__ = [
    "Sum", "anchor_of", "edge_of", "edges_of", "history", "judged", "keys_of", "lookups_of", "name_of", "official", "relate",
    "root_of_name", "said_in", "stays_whole", "summed", "ties_of", "weigh",
]  # fmt: skip
