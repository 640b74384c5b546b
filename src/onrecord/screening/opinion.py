"""A second opinion on two names: logic-v2 of nomenklatura (MIT), if the extra ``ftm`` is installed.

The core stays free of that stack: it needs ICU, and a compiler where no wheel of PyICU fits. Its score is on a scale of its own
and is shown beside ours, never mixed with it.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from onrecord.errors import SettingsError
from onrecord.records.listings import FTM_SCHEMATA, Listing

__all__ = ["second_opinion"]


def second_opinion(asked: str, listing: Listing) -> float:
    """Return what logic-v2 of nomenklatura gives a name against a party by all its names, 0 to 1.

    Args:
        asked: the name asked for.
        listing: the party.

    Raises:
        SettingsError: the extra is not installed.
    """
    return _judge()(asked, tuple(name.text for name in listing.names), FTM_SCHEMATA[listing.kind])


@cache
def _judge() -> Callable[[str, tuple[str, ...], str], float]:
    try:
        from followthemoney import EntityProxy, model
        from nomenklatura.matching import get_algorithm
    except ImportError as error:
        got = f"no module {error.name}"
        raise SettingsError("onrecord screen --second-opinion", got, "pip install 'onrecord[ftm]'") from error
    algorithm: Any = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(key: str, schema: str, names: tuple[str, ...]) -> Any:
        return EntityProxy.from_dict({"id": key, "schema": schema, "properties": {"name": list(names)}})

    def judge(asked: str, names: tuple[str, ...], schema: str) -> float:
        assert model.get(schema) is not None
        found = algorithm.compare(entity("asked", schema, (asked,)), entity("listed", schema, names), config)
        return round(float(found.score), 3)

    return judge
