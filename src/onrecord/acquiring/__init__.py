"""Acquiring: a path, a URL or standard input goes in, one ``Document`` comes out.

``acquire`` is the door. It refuses, with one clear line, whatever no article can be made of.
"""

from onrecord.acquiring.assemble import acquire, acquire_bytes
from onrecord.acquiring.days import parse_day
from onrecord.acquiring.limits import Limits

__all__ = ["Limits", "acquire", "acquire_bytes", "parse_day"]
