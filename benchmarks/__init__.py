"""Measures time and memory, and tries hostile texts for as long as one likes; never part of the wheel."""
