"""The web: pages for people and an API for programs, on one ledger. Its door is ``create_app``."""

from onrecord.serving.app import create_app
from onrecord.serving.site import Site

__all__ = ["Site", "create_app"]
