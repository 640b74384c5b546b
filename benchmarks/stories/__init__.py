"""News stories with known truth, made up by seed: articles, and which of them says what on whose word.

What is measured with them reads the articles alone; ``gold.json`` has the format that ``scoring/score_story.py`` reads.
The words stand in ``words/*.yml``.
"""

from benchmarks.stories.story import make_story, write_story

__all__ = ["make_story", "write_story"]
