"""Where Apostil keeps what lasts: the data and the settings of the person who runs it."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".apostil"
"""What a library's file name ends with."""

HOME = "APOSTIL_HOME"
"""The environment variable that names one folder for everything, instead of the system's places."""


def data_folder() -> Path:
    """The folder of the person's libraries; it may not exist yet."""
    home = _below_home("data")
    if home is not None:
        return home
    import platformdirs

    return platformdirs.user_data_path("apostil", appauthor=False)


def settings_folder() -> Path:
    """The folder of the person's settings; it may not exist yet."""
    home = _below_home("settings")
    if home is not None:
        return home
    import platformdirs

    return platformdirs.user_config_path("apostil", appauthor=False)


def default_library() -> Path:
    """The library that opens where nobody named another."""
    return data_folder() / f"library{SUFFIX}"


def settings_file() -> Path:
    """The file of the settings."""
    return settings_folder() / "settings.json"


def glossary_file() -> Path:
    """The file of the person's glossary, which holds in every library."""
    return settings_folder() / "glossary.tsv"


def _below_home(name: str) -> Path | None:
    home = os.environ.get(HOME, "")
    return Path(home).expanduser() / name if home else None
