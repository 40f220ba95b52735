"""Entities across the library: their pages, what may be one, filters, completion, and changes in all articles at once.

What is slow here is not for the window's thread; `completed` and `filtered` are quick enough for it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.edits import DistinctionEdit, LibraryCorrectionsEdit
from apostil.domain.entity import Kind, OtherKind, Renamed, SameAs, accents, fold
from apostil.domain.names import Companion, Likeness, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Correction
    from apostil.domain.names import EntityPage, Named
    from apostil.store.library import Library

MOST_PROPOSALS = 200


def settle(library: Library) -> None:
    """Wait until the library knows what all its articles name; at once where none has come in or changed."""
    while not library.read_only and library.index_next():
        pass


def entities(library: Library, language: str = "en") -> tuple[Named, ...]:
    """Every entity of the library, those of most articles first, called as a reader of this language calls them."""
    settle(library)
    found = (shown(named, language) for named in library.named().values())
    return tuple(sorted(found, key=lambda named: (-named.articles, -named.mentions, named.identity)))


def entity_page(library: Library, identity: str, language: str = "en") -> EntityPage | None:
    """What the library says of an entity; None where no article in the list names it (any more)."""
    settle(library)
    page = library.entity_page(identity)
    if page is None:
        return None
    return replace(
        page,
        named=shown(page.named, language),
        companions=tuple(Companion(shown(one.named, language), one.sentences, one.articles) for one in page.companions),
        linked=tuple(shown(named, language) for named in page.linked),
    )


def shown(named: Named, language: str) -> Named:
    """An entity called as it is to be shown: by its name in this language, where articles differ in theirs.

    What is written without its accents somewhere is shown with them. What a person gave one name everywhere keeps that.
    """
    if named.confirmed and len(named.names) == 1:
        return named
    name = (_name_in(language, named) if named.several_languages else "") or named.name
    return replace(named, name=_accented(name, named.names))


def _name_in(language: str, named: Named) -> str:
    """What a country, a people or an international organisation is called in a language; nothing where that is open."""
    from apostil.analysis import gazetteer, organizations

    if named.kind is Kind.LOCATION:
        return _territory(named.known, language) if _is_territory(named.known) else ""
    language = language[:2]
    if named.kind is Kind.GROUP and named.known:
        return next((name for name in named.names if fold(name) in gazetteer.people_words(language)), "")
    if named.known.startswith(organizations.PREFIX):
        return next((name for name in named.names if organizations.is_called(name, language)), "")
    return ""


def _accented(name: str, names: Iterable[str]) -> str:
    same = (other for other in names if fold(other) == fold(name) and not other.isupper())
    return max((name, *same), key=accents)


def filtered(library: Library, identities: Iterable[str], *, all_of_them: bool = False) -> frozenset[ArticleId]:
    """The articles in the list that name any of these entities, or all of them."""
    return library.naming(identities, together=all_of_them)


def completed(library: Library, typed: str, language: str = "en", limit: int = 12) -> tuple[Named, ...]:
    """The entities one of whose names has a word that begins as typed, those in most articles first."""
    return tuple(shown(named, language) for named in library.completed(typed, limit))


def rename(library: Library, identity: str, name: str) -> LibraryCorrectionsEdit | None:
    """The edit that calls an entity so in all articles; None where there is nothing to change."""
    settle(library)
    named = library.named((identity,)).get(identity)
    name = " ".join(name.split())
    if named is None or not name or named.names == (name,):
        return None
    said = [Renamed(old, name) for old in _once(named.names) if old != name]
    return _also(library, f"Rename {named.name} to {name} in the library", said)


def namesake(library: Library, identity: str, name: str) -> Named | None:
    """The entity that another one would become one with if it were called so: of the same kind, with that name."""
    kind = identity.partition(":")[0]
    same = (named for named in library.named().values() if named.kind == kind and named.identity != identity)
    return next((named for named in same if fold(name) in map(fold, named.names)), None)


def merge(library: Library, one: str, other: str) -> LibraryCorrectionsEdit | None:
    """The edit that makes one entity the same as another one, whose name and kind stay, in all articles.

    None where one of them is in no article of the list any more.
    """
    settle(library)
    found = library.named((one, other))
    if one == other or not {one, other} <= found.keys():
        return None
    gone, stays = found[one], found[other]
    others = [name for name in _once(gone.names) if fold(name) != fold(stays.name)]
    said: list[Correction] = [SameAs(name, stays.name, known=stays.known) for name in others]
    if gone.kind is not stays.kind:
        said.append(OtherKind(stays.name, stays.kind))
    return _also(library, f"Join {gone.name} with {stays.name} in the library", said)


def accept(library: Library, proposal: Proposal) -> LibraryCorrectionsEdit | None:
    """The edit that makes the two one."""
    return merge(library, proposal.one.identity, proposal.other.identity)


def refuse(proposal: Proposal) -> DistinctionEdit:
    """The edit that remembers that the two are not the same, so that they are not proposed again."""
    one, other = proposal.one, proposal.other
    return DistinctionEdit(f"Keep {one.name} and {other.name} apart", one.identity, other.identity)


def proposals(library: Library, language: str = "en", limit: int = MOST_PROPOSALS) -> tuple[Proposal, ...]:
    """What may be one entity and is not taken for one, that with most mentions first.

    These have one name and several kinds, or one has a name of which the other's is a part. What a person said is not
    the same, and what one article names as two, is not proposed.
    """
    settle(library)
    found = [shown(named, language) for named in library.named().values()]
    distinct = library.distinct()
    pairs = [pair for pair in (*_of_other_kind(found), *_contained(found)) if _both(pair) not in distinct]
    apart = library.in_one_article({one for pair in pairs for one in _both(pair)})
    kept = [pair for pair in pairs if _both(pair) not in apart]
    kept.sort(key=lambda pair: (-min(pair.one.mentions, pair.other.mentions), pair.one.identity, pair.other.identity))
    return tuple(kept[:limit])


def _of_other_kind(found: Iterable[Named]) -> Iterator[Proposal]:
    """Pairs of one name and two kinds. A country and its people are known as one thing, and are two by right."""
    by_name: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        for name in {named.known or fold(named.name), *map(fold, named.names)}:
            by_name[name].append(named)
    told: set[frozenset[str]] = set()
    for group in by_name.values():
        for one, other in _pairs(group):
            both = frozenset({one.identity, other.identity})
            if both not in told and one.kind is not other.kind and not _country_and_people(one, other):
                told.add(both)
                yield Proposal(one, other, Likeness.OTHER_KIND)


def _country_and_people(one: Named, other: Named) -> bool:
    return bool(one.known) and one.known == other.known and Kind.GROUP in {one.kind, other.kind}


def _contained(found: Iterable[Named]) -> Iterator[Proposal]:
    """Pairs of one kind where the whole name of one begins or ends the other's; York and New York are two."""
    by_name: dict[tuple[Kind, str], Named] = {}
    nameable = [named for named in found if named.kind not in {Kind.LOCATION, Kind.GROUP}]
    for named in sorted(nameable, key=lambda named: (named.articles, named.mentions)):
        by_name[named.kind, fold(named.name)] = named
    for longer in nameable:
        for part in _parts(fold(longer.name).split(), longer.kind):
            shorter = by_name.get((longer.kind, part))
            if shorter is not None and shorter.identity != longer.identity:
                yield Proposal(shorter, longer, Likeness.CONTAINED)


def _parts(words: Sequence[str], kind: Kind) -> Iterator[str]:
    """The parts of a name that may stand for it: of a person's the last words, of others also the first ones."""
    for cut in range(1, len(words)):
        yield " ".join(words[cut:])
        # One word that a long name begins with stands for many.
        if kind is not Kind.PERSON and cut > 1:
            yield " ".join(words[:cut])


def _pairs(group: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Each two of these, the one that is named in fewer articles first: it is the one to change."""
    ordered = sorted(group, key=lambda named: (named.articles, named.mentions, named.identity))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if one.identity != other.identity:
                yield one, other


def _both(pair: Proposal) -> frozenset[str]:
    return frozenset({pair.one.identity, pair.other.identity})


def _once(names: Iterable[str]) -> list[str]:
    """Names that corrections tell from each other."""
    return list({fold(name): name for name in names}.values())


def _also(library: Library, label: str, said: Sequence[Correction]) -> LibraryCorrectionsEdit | None:
    """The edit that says this after all else that holds in the library."""
    before = library.rules()
    return LibraryCorrectionsEdit(label, before, (*before, *said)) if said else None


def _is_territory(known: str) -> bool:
    return len(known) == 2 and known.isalpha()


def _territory(code: str, language: str) -> str:
    """What a territory is called in a language; nothing where that is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language.replace("-", "_")).territories.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""
