"""Who "he", "they", "the minister" and "Kirby" are. The door is ``resolve``.

Names that name the same are clustered over the whole text first; then mentions are read from left to right, and each
pronoun or definite description is given to the entity that fits it and is most present. All rules are open to reading:
``tables`` holds what words tell, ``names`` which names are one, ``pronouns`` and ``descriptions`` who may be meant,
``growing`` the weights.
"""

from onrecord.reading.coreference.entities import Cluster, Entities, Form, Mention
from onrecord.reading.coreference.finish import entities_of
from onrecord.reading.coreference.growing import PLAIN, Weights
from onrecord.reading.coreference.reader import Reader
from onrecord.records import Parse

__all__ = ["Cluster", "Entities", "Form", "Mention", "Weights", "resolve"]


def resolve(parse: Parse, weights: Weights = PLAIN) -> Entities:
    """Find who is who in a text.

    Args:
        parse: the layers of the text.
        weights: how much counts what; the chosen ones unless they are being tuned.

    Returns:
        Every named entity, every person or body that is described, and whatever else is mentioned more than once, with
        the mentions of each.
    """
    reader = Reader(parse, weights)
    reader.run()
    return entities_of(reader)
