"""The annotated news corpus: reads its inline marks, checks them, counts them, and measures agreement.

`python corpus.py check` says what is wrong with the files, `count` prints how much of what there is, `strip DIR` writes
every tenth article without its marks to a directory, and `agree DIR` compares the same articles, marked again, with
ours.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
KINDS = {"P": "person", "O": "organization", "L": "location", "G": "group", "E": "event", "W": "work"}
ROLES = ("headline", "standfirst", "byline", "dateline", "heading", "caption", "item", "quotation", "row", "apparatus")
KEYS = ("register", "region", "date")
MARK = re.compile(r"\[([A-Z])\|([^\[\]|]*)\]")
TOKEN = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
TENTH = 10


@dataclass(frozen=True, slots=True)
class Block:
    """A block without its marks; `names` are `(start, end, kind)` in code points of `text`, in order."""

    role: str
    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article of the corpus."""

    id: str
    language: str
    facts: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def tokens(self) -> int:
        """Words and punctuation marks."""
        return sum(len(TOKEN.findall(block.text)) for block in self.blocks)


def parse_block(line: str) -> Block:
    """A block from its line."""
    role, text = "paragraph", line.strip()
    if text.startswith("@"):
        role, _, text = text[1:].partition(" ")
    plain, names, last = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[last : mark.start()]
        names.append((len(plain), len(plain) + len(mark[2]), KINDS.get(mark[1], mark[1])))
        plain += mark[2]
        last = mark.end()
    return Block(role, plain + text[last:], tuple(names))


def parse(path: Path) -> Document:
    """An article from its file."""
    facts: dict[str, str] = {}
    blocks = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and not blocks:
            key, _, value = line[2:].partition(":")
            facts[key.strip()] = value.strip()
        elif line.strip():
            blocks.append(parse_block(line))
    return Document(path.stem, path.parent.name, facts, tuple(blocks))


def load(root: Path = HERE / "corpus") -> list[Document]:
    """The whole corpus, in the order of the names of its files."""
    return [parse(path) for path in sorted(root.glob("*/*.txt"))]


def is_held_out(document: Document, among: list[Document]) -> bool:
    """Whether an article belongs to the tenth that is never trained on: every tenth of its language, by name."""
    names = sorted(other.id for other in among if other.language == document.language)
    return names.index(document.id) % TENTH == TENTH // 2


def problems(document: Document) -> list[str]:
    """What is wrong with an article, each with its block."""
    found = [f"no {key}" for key in KEYS if not document.facts.get(key)]
    for block in document.blocks:
        where = repr(block.text[:40])
        if block.role not in ("paragraph", *ROLES):
            found.append(f"{where}: unknown role {block.role}")
        if re.search(r"[\[\]|]", block.text):
            found.append(f"{where}: a bracket or bar outside a mark")
        for start, end, kind in block.names:
            found += [f"{where}: {fault}" for fault in _faults(block.text, start, end, kind)]
    return found


def doubts(document: Document) -> list[str]:
    """What may be wrong with an article: a name that stands unmarked elsewhere, or is of two kinds."""
    kinds: dict[str, Counter[str]] = {}
    for block in document.blocks:
        for start, end, kind in block.names:
            kinds.setdefault(block.text[start:end], Counter())[kind] += 1
    found = [f"{name!r} is {dict(count)}" for name, count in kinds.items() if len(count) > 1]
    for block in document.blocks:
        for name in kinds:
            found += [f"{name!r} is unmarked in {around!r}" for around in _unmarked(name, block)]
    return found


def _unmarked(name: str, block: Block) -> Iterator[str]:
    """What stands around a name where it is not marked."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", block.text):
        if not any(start < match.end() and match.start() < end for start, end, _ in block.names):
            yield block.text[max(0, match.start() - 30) : match.end() + 30]


TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|President|Minister|General|Colonel|Captain|Judge|Senator|Governor|M|Mme|Mlle|Me|Pr|Monsieur|"
    r"Madame|Président|Présidente|Ministre|Général|Juge)\b\.?\s"
)
DETERMINERS = re.compile(r"(?:the|a|an|le|la|les|un|une|des|du)\s|l['’]")


def _faults(text: str, start: int, end: int, kind: str) -> list[str]:
    name = text[start:end]
    faults = []
    if kind not in KINDS.values():
        faults.append(f"unknown kind {kind}")
    if name != name.strip() or not name:
        faults.append(f"{name!r} is empty or has blanks at its ends")
    if name[-1:] in {",", ";", ":"} or name[:1] in set("«“\"'(‘"):
        faults.append(f"{name!r} has punctuation at its ends")
    if re.search(r"['’]s$", name) and kind != "organization":
        faults.append(f"{name!r} ends in a possessive")
    if kind == "person" and TITLES.match(name):
        faults.append(f"{name!r} begins with a title")
    if kind != "work" and DETERMINERS.match(name):
        faults.append(f"{name!r} begins with a determiner")
    if not any(char.isupper() or char.isdigit() for char in name) and kind not in {"organization", "work"}:
        faults.append(f"{name!r} has no capital")
    if (text[start - 1 : start] or " ").isalnum() or (text[end : end + 1] or " ").isalnum():
        faults.append(f"{name!r} begins or ends inside a word")
    return faults


def check(documents: list[Document], *, doubtful: bool = False) -> int:
    """Print what is wrong, with what may be if asked; the number of faults."""
    count = 0
    for document in documents:
        for problem in problems(document) + (doubts(document) if doubtful else []):
            print(f"{document.language}/{document.id}: {problem}")
            count += 1
    return count


def count(documents: list[Document]) -> None:
    """Print how much of what there is."""
    for language in sorted({document.language for document in documents}):
        own = [document for document in documents if document.language == language]
        kinds = Counter(kind for document in own for block in document.blocks for _, _, kind in block.names)
        tokens = sum(document.tokens for document in own)
        print(
            f"{language}: {len(own)} articles, {tokens} tokens, {sum(kinds.values())} names", dict(kinds.most_common())
        )
        for key in ("register", "region"):
            print(f"  {key}:", dict(Counter(document.facts.get(key, "?") for document in own).most_common()))


def strip(documents: list[Document], target: Path) -> None:
    """Write the held-out tenth without its marks, for someone to mark again who has not seen them."""
    for document in documents:
        if is_held_out(document, documents):
            path = target / document.language / f"{document.id}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = [f"# {key}: {value}" for key, value in document.facts.items()]
            lines += [
                "\n" + (block.text if block.role == "paragraph" else f"@{block.role} {block.text}")
                for block in document.blocks
            ]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def agree(documents: list[Document], other: Path) -> None:
    """Print how far a second annotation agrees with ours: F1 of spans, of spans with kinds, and of each kind."""
    own = {(document.language, document.id): document for document in documents}
    for language in sorted({document.language for document in documents}):
        ours: Counter[tuple[str, int, int, int, str]] = Counter()
        theirs: Counter[tuple[str, int, int, int, str]] = Counter()
        for document in load(other):
            if document.language != language:
                continue
            first = own[language, document.id]
            if [block.text for block in first.blocks] != [block.text for block in document.blocks]:
                print(f"{language}/{document.id}: the texts differ")
                continue
            ours.update((document.id, index, *name) for index, block in enumerate(first.blocks) for name in block.names)
            theirs.update(
                (document.id, index, *name) for index, block in enumerate(document.blocks) for name in block.names
            )
        spans = _f1({key[:4] for key in ours}, {key[:4] for key in theirs})
        line = ", ".join(
            f"{kind} {_f1({key for key in ours if key[4] == kind}, {key for key in theirs if key[4] == kind}):.3f}"
            for kind in KINDS.values()
        )
        print(f"{language}: typed {_f1(set(ours), set(theirs)):.3f}, spans {spans:.3f}; {line}")


def _f1(one: set[tuple[str | int, ...]], other: set[tuple[str | int, ...]]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def main() -> int:
    """Run the command that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("check", "count", "strip", "agree"))
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--only", default="", help="check or count only files whose names begin so")
    parser.add_argument("--doubts", action="store_true", help="check: say also what may be wrong")
    asked = parser.parse_args()
    documents = load()
    shown = [document for document in documents if document.id.startswith(asked.only)]
    if asked.command == "check":
        return min(1, check(shown, doubtful=asked.doubts))
    if asked.command == "count":
        count(shown)
    elif asked.command == "strip":
        strip(documents, asked.directory)
    else:
        agree(documents, asked.directory)
    return 0


if __name__ == "__main__":
    sys.exit(main())
