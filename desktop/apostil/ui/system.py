"""What the window needs of the system, asked before Qt is loaded: Qt itself ends the program where it is missing."""

from __future__ import annotations

import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The libraries that Qt's own are linked to (`ldd` over them), and the Debian packages that hold them."""

NO_DISPLAY = "There is no display to open a window on; “apostil digest FILE…” writes notes without one."

_LIBRARY = re.compile(r"(lib[\w.+-]+\.so(?:\.\d+)*)")


def obstacle() -> str:
    """What keeps a window from opening, in one sentence; empty where nothing does."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not (platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return NO_DISPLAY
    return missing_library(with_x11=not platform.startswith(("offscreen", "minimal", "wayland")))


def missing_library(*, with_x11: bool) -> str:
    """The sentence that names the system library that Qt lacks, and its Debian package; empty where none does."""
    try:
        from PySide6 import QtGui  # noqa: F401

        if with_x11 and os.environ.get("DISPLAY"):
            from ctypes import CDLL

            CDLL(str(_x11_plugin()))
    except (ImportError, OSError) as error:
        return _sentence(str(error))
    return ""


def _x11_plugin() -> Path:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise ImportError("PySide6 is not installed")
    return Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


def _sentence(error: str) -> str:
    found = _LIBRARY.search(error)
    library = found.group(1) if found else ""
    package = DEBIAN_PACKAGES.get(library)
    if package:
        return f"Qt needs the system library {library}: install it with “apt-get install {package}”."
    return f"Qt could not be loaded: {error}."
