"""Drawings made on the server, as SVG, each with a list or table beside it that says the same."""
