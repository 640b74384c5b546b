"""Trains the reading model; never part of the wheel."""
