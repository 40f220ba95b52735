"""The lines of `apostil analyze`: what one asks for, and how its answer is written."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from apostil.domain.controls import spelt_out_in_json
from apostil.domain.errors import ApostilError
from apostil.importers.metadata import language_code

NOT_JSON = "This line is not JSON."
NO_ID = "This line is not a JSON object with an “id”."

ODD_ID = "The “id” of this line cannot be given back. Choose a shorter number, or a word."


class LineError(ApostilError):
    """A line of input asks for nothing that can be done; `id` is that of the line, as far as there is one."""

    def __init__(self, message: str, id: object = None) -> None:  # noqa: A002  # the name that it has in the line
        super().__init__(message)
        self.id = id


@dataclass(frozen=True, slots=True)
class Request:
    """What one line asks for: the analysis of a given text, or of the file at a path."""

    id: object
    given: str | None = None
    path: str = ""
    language: str = ""
    published: dt.date | None = None


def asked(line: bytes) -> Request:
    """What a line asks for.

    Raises:
        LineError: where that makes no sense.
    """
    fields = _fields(line)
    try:
        return _filled(Request(fields["id"]), fields)
    except LineError as error:
        error.id = fields["id"]
        raise


def written(answer: dict[str, Any]) -> bytes:
    """One line of JSON.

    Raises:
        ValueError: where something in it cannot be written as JSON.
        RecursionError: where it is nested too deeply.
    """
    try:
        line = spelt_out_in_json(json.dumps(answer, ensure_ascii=False, allow_nan=False)).encode()
    except UnicodeEncodeError:  # half a surrogate pair was given
        line = json.dumps(answer, allow_nan=False).encode()
    return line + b"\n"


def refused(id: object, error: str) -> bytes:  # noqa: A002  # the name that it has in the line
    """The answer to a line that failed; an id that cannot be written is told as null."""
    try:
        return written({"id": id, "error": error})
    except (ValueError, RecursionError):
        return written({"id": None, "error": error})


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise LineError(NOT_JSON) from None
    if not isinstance(fields, dict) or "id" not in fields:
        raise LineError(NO_ID)
    try:
        written({"id": fields["id"]})
    except (ValueError, RecursionError):  # a number beyond all bounds became infinite, say
        raise LineError(ODD_ID) from None
    return fields


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _filled(request: Request, fields: dict[str, Any]) -> Request:
    text, path = fields.get("text"), fields.get("path")
    language = fields.get("lang") or ""
    if isinstance(text, str) == isinstance(path, str):
        raise LineError("This line needs either a “text” or a “path”, as a string.")
    if not isinstance(language, str):
        raise LineError("The “lang” is not a language code such as “en” or “fr”.")
    return replace(
        request,
        given=text if isinstance(text, str) else None,
        path=path if isinstance(path, str) else "",
        language=language_code(language),
        published=_day(fields.get("date")),
    )


def _day(given: object) -> dt.date | None:
    if not given:
        return None
    try:
        return dt.date.fromisoformat(given)  # type: ignore[arg-type]  # what is no string is refused below
    except (TypeError, ValueError):
        raise LineError("The “date” is not a day written like 2026-01-31.") from None
