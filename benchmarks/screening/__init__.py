"""Screening: how fast, how large, and whether what changed between versions is found."""
