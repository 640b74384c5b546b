"""Measures the shipped model through the public doors; never part of the wheel."""
