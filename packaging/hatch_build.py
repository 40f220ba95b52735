"""Builds what the wheel ships beside the code: the resources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {".css", ".html", ".json", ".onnx", ".svg", ".toml", ".txt"}


class ResourcesHook(BuildHookInterface[Any]):
    """Puts `resources/` into the package; an editable install reads the checkout's own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name each file and the place it takes in the wheel."""
        if version == "editable":
            return
        resources = Path(self.root) / "resources"
        for file in sorted(resources.rglob("*")):
            if file.is_file() and file.suffix in SHIPPED:
                place = Path("apostil/resources") / file.relative_to(resources)
                build_data["force_include"][str(file)] = place.as_posix()
