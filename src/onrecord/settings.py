"""What the environment may set. No other module reads the environment."""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from onrecord.errors import SettingsError

__all__ = ["Settings", "settings"]


class Settings(BaseSettings):
    """Values taken from ``ONRECORD_*`` variables.

    Attributes:
        model: folder of another reading model (``ONRECORD_MODEL``); the shipped one if unset.
        threads: threads the model may use (``ONRECORD_THREADS``); 0 lets the runtime take every core.
        ledger: path or URL of the ledger where no option names one (``ONRECORD_LEDGER``).
        by: name under which decisions are kept (``ONRECORD_BY``); the account's if unset.
        lists: folder the sanctions lists are kept in (``ONRECORD_LISTS``).
        fetch_timeout: seconds a page may take in all (``ONRECORD_FETCH_TIMEOUT``).
        fetch_bytes: bytes a page may have, after decompression (``ONRECORD_FETCH_BYTES``).
    """

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    model: Path | None = None
    threads: int = Field(default=0, ge=0)
    ledger: str = "onrecord.db"
    by: str | None = None
    lists: Path = Path("onrecord-lists")
    fetch_timeout: float = Field(default=20.0, gt=0)
    fetch_bytes: int = Field(default=10_000_000, gt=0)


@cache
def settings() -> Settings:
    """Return the settings of this process, read once.

    Raises:
        SettingsError: a variable holds what it cannot hold.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ONRECORD_" + "_".join(map(str, first["loc"])).upper()
        raise SettingsError(name, repr(first["input"]), first["msg"].removeprefix("Input should be ")) from error
