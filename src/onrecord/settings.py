"""What the environment may set. No other module reads the environment."""

from functools import cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings", "settings"]


class Settings(BaseSettings):
    """Values taken from ``ONRECORD_*`` variables.

    Attributes:
        model: folder of another reading model (``ONRECORD_MODEL``); the shipped one if unset.
        threads: threads the model may use (``ONRECORD_THREADS``); 0 lets the runtime take every core.
        fetch_timeout: seconds a page may take in all (``ONRECORD_FETCH_TIMEOUT``).
        fetch_bytes: bytes a page may have, after decompression (``ONRECORD_FETCH_BYTES``).
    """

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    model: Path | None = None
    threads: int = 0
    fetch_timeout: float = 20.0
    fetch_bytes: int = 10_000_000


@cache
def settings() -> Settings:
    """Return the settings of this process, read once."""
    return Settings()
