"""Has LibreOffice turn a document into one that Apostil reads, where it is installed: alone, for a while, and offline.

It runs in a folder of its own that is removed afterwards, with a profile of its own that forbids macros and links, and
without a display. Where the system lets it, it has no network at all; everywhere, its proxy leads nowhere.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = 45
"""How long a document may take: less than a file may take altogether, so that the reason can be said."""
MOST = 96 * 2**20

_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
_USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER")
_NOWHERE = "http://127.0.0.1:9"
_MISSING = (
    "Documents of this kind are read with the help of LibreOffice, which was not found on this computer. Install it "
    "(it is free, from libreoffice.org or your system's software), or save the document as DOCX, and open it again."
)
_SLOW = (
    f"LibreOffice, which reads documents of this kind, did not come to an end within {SECONDS} seconds. "
    "Open the document in LibreOffice or Word, save it as DOCX, and open that."
)
_FAILED = (
    "LibreOffice, which reads documents of this kind, could not make sense of this one: it is damaged, or protected. "
    "Open it in LibreOffice or Word, save it as DOCX, and open that."
)
_SETTINGS = {
    "Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "Writer/Content/Update": {"Link": "0"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
        "ooInetFTPProxyName": "127.0.0.1",
        "ooInetFTPProxyPort": "9",
    },
}


def program() -> Path | None:
    """Where LibreOffice is, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    return next((path for usual in _USUAL for path in _matching(usual) if path.is_file()), None)


def converted(data: bytes, suffix: str) -> bytes:
    """The document as a DOCX file.

    Args:
        data: The document as it came.
        suffix: The usual ending of the names of such files, with its dot.

    Raises:
        UnreadableFileError: where LibreOffice is not there, fails, or takes too long.
    """
    office = program()
    if office is None:
        raise UnreadableFileError(_MISSING)
    with TemporaryDirectory(prefix="apostil-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / f"document{suffix}").write_bytes(data)
        _write_profile(place / "profile")
        _run(office, place, f"document{suffix}")
        return _outcome(place / "out" / "document.docx")


def _matching(usual: str) -> Iterable[Path]:
    """The paths of a pattern, the newest version first."""
    path = Path(usual)
    root = Path(path.anchor)
    return sorted(root.glob(path.relative_to(root).as_posix()), reverse=True) if path.is_absolute() else ()


def _write_profile(profile: Path) -> None:
    """Settings that forbid whatever a document could ask for beside being read."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{"" if path.startswith("Inet") else "Office."}{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        "utf-8",
    )


def _run(office: Path, place: Path, name: str) -> None:
    command = [
        *_guard(),
        str(office),
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--convert-to",
        "docx",
        "--outdir",
        str(place / "out"),
        str(place / name),
    ]
    try:
        running = subprocess.Popen(  # noqa: S603  # our own command, without a shell; the document is only its input
            command,
            cwd=place,
            env=_surroundings(place),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableFileError(_FAILED) from error
    try:
        running.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(_SLOW) from error
    finally:
        _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """Leave nothing of it behind, whatever it started itself."""
    with suppress(OSError):
        if sys.platform == "win32":
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _surroundings(place: Path) -> dict[str, str]:
    """The environment it runs in: without a display, a home or a way out."""
    known = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    proxies = {
        name: _NOWHERE for kind in ("http", "https", "ftp", "all") for name in (f"{kind}_proxy", f"{kind}_PROXY")
    }
    return {**known, **proxies, "HOME": str(place), "TMPDIR": str(place), "SAL_USE_VCLPLUGIN": "svp", "no_proxy": ""}


@cache
def _guard() -> tuple[str, ...]:
    """What runs it so that it ends even if this process is killed, and without a network, as far as the system can."""
    if sys.platform != "linux":
        return ()
    timeout, unshare = shutil.which("timeout"), shutil.which("unshare")
    guard = (timeout, "--signal=KILL", str(SECONDS + 5)) if timeout else ()
    alone = (unshare, "--map-root-user", "--net", "--") if unshare else ()
    return (*guard, *alone) if alone and _works((*alone, "true")) else guard


def _works(command: tuple[str, ...]) -> bool:
    with suppress(OSError, subprocess.TimeoutExpired):
        return subprocess.run(command, capture_output=True, timeout=5, check=False).returncode == 0  # noqa: S603
    return False


def _outcome(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise UnreadableFileError(_FAILED) from error
    if len(data) > MOST:
        raise UnreadableFileError(_FAILED)
    return data
