"""Loading: a list's file goes in, ``Listing``s and ``Fault``s come out, one after the other.

One file here for each format; ``load_list()`` tells them apart by their content.
"""

from onrecord.screening.loading.load import load_list, made_on

__all__ = ["load_list", "made_on"]
