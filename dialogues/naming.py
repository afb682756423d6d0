"""Names in a message: "Marietje, buurman Jan and my sister in Canada" are three, and tell more than a name.

The words are those of every language together (everyday/): what is one in one language is no name in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from dialogues import everyday
from dialogues.people import AGE, MAX_PEOPLE, is_young, person_named
from dialogues.session import Person, Session

MAX_NAME = 40
"""Characters of a nickname: long enough for "neighbour with the red door", too short for a story."""

MOST_WORDS = 6
"""More words than this are a sentence, and no name."""

POSSESSIVES, ARTICLES = everyday.words("people", "possessives"), everyday.words("people", "articles")


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_AND = everyday.one_of("people", "and")

FILLERS = _pattern(rf"^({everyday.one_of('people', 'fillers')})[\s,،]+")
"""What people begin with when they name somebody."""

BETWEEN = _pattern(rf"\s+(?:{_AND})\s+|\s*[&;+\n/؛]\s*|\s*[,،]\s*(?:(?:{_AND})\s+)?")
"""What stands between two names."""

ASIDE = _pattern(rf"^({everyday.one_of('people', 'aside')})\b")
"""How a part begins that tells something of the person just named."""

SENTENCE = _pattern(rf"^({everyday.one_of('people', 'sentence')})\b")
"""How somebody begins who tells or asks something, and names nobody."""

NOBODY_HERE = _pattern(everyday.one_of("people", "nobody"))
"""What people say when there is nobody here."""

ALL_SAID = _pattern(everyday.one_of("people", "all_said"))
"""What people say when all names have been given."""


def nobody_here(text: str) -> bool:
    """Tell whether a message says no more than that there is nobody here, or nobody else."""
    return bool(NOBODY_HERE.fullmatch(text.strip(" .!")))


def all_said(text: str) -> bool:
    """Tell whether a message says no more than that these were all."""
    return bool(ALL_SAID.fullmatch(text.strip(" .!")))


ONLY_AGE = _pattern(rf"\d{{1,2}}( ({everyday.one_of('people', 'years')}))?")
"""A part that tells no more than how old the person just named is."""

LISTED = re.compile(r"^[\s•*·\-–—\d.)]+(?=\w)")
"""What stands before a name in a list."""

TOLD_RELATIONS: dict[str, str] = {
    word: relation for relation in everyday.PLAIN["relations"] for word in everyday.words("relations", relation)
}
"""Words in a nickname that tell who somebody is."""

NEAR: dict[str, re.Pattern[str]] = {
    code: _pattern(rf"\b({everyday.one_of('near', code)})\b") for code in ("far", "home", "street", "town")
}
"""Words that tell how near somebody lives."""

_LIVES = everyday.one_of("people", "lives")

PLACE = re.compile(rf"\s+(?:(?:{_LIVES})\s+)?(?:{everyday.one_of('people', 'at')})\s+[A-ZÀ-ÞА-ЯЄІЇҐ][\w-]+$")
"""A name of a place at the end: it tells that it matters where somebody lives, and not how near that is."""

TRAILING = _pattern(rf"(\s+({everyday.one_of('people', 'left_behind')}))*\s*$")
"""What is left behind a name when where somebody lives is taken off."""

SOME_PLACE = re.compile(rf"\b(?:{everyday.one_of('people', 'from')})\s+[A-ZÀ-ÞА-ЯЄІЇҐ]\w+")


@dataclass(slots=True)
class Told:
    """What a message tells about one person; ``place`` when a place was named that may be far or near."""

    name: str
    relation: str = ""
    young: bool = False
    near: str = ""
    place: bool = False


def told_people(text: str) -> list[Told] | None:
    """Read the people from one message; None if it names nobody."""
    found: list[Told] = []
    for part in map(_tidy, BETWEEN.split(FILLERS.sub("", text.strip()))):
        if found and ASIDE.match(part):
            _add_where(found[-1], part)
        elif found and ONLY_AGE.fullmatch(part):
            found[-1].young = is_young(part)
        elif any(letter.isalpha() for letter in part) and not ASIDE.match(part):
            found.append(_told(part))
    no_name = any(len(each.name.split()) > MOST_WORDS or SENTENCE.match(each.name) for each in found)
    return None if no_name or not found else found


def _tidy(part: str) -> str:
    part = LISTED.sub("", " ".join(part.split()))
    while (shorter := FILLERS.sub("", part)) != part:
        part = shorter
    return part.rstrip(".!")


def _told(part: str) -> Told:
    bracketed = " ".join(re.findall(r"\(([^)]*)\)", part))
    name = re.sub(r"\s*\([^)]*\)", "", part).strip() if bracketed and not AGE.search(bracketed) else part
    bare = _begun_small(_without_where(name))
    told = Told(bare[:MAX_NAME].strip(), told_relation(bare) or told_relation(bracketed), is_young(part))
    _add_where(told, part)
    return told


def _begun_small(name: str) -> str:
    """Write "my sister" small, also when the message began with it."""
    first, space, more = name.partition(" ")
    return name if first.casefold() not in POSSESSIVES | ARTICLES or not more else first.lower() + space + more


def _without_where(name: str) -> str:
    """Leave out where somebody lives: that is kept on its own, and a name should greet."""
    bare = PLACE.sub("", name)
    for said in NEAR.values():
        bare = said.sub("", bare)
    return TRAILING.sub("", bare).strip() or name


def _add_where(told: Told, words: str) -> None:
    told.near = told.near or next((code for code, said in NEAR.items() if said.search(words)), "")
    told.place = not told.near and (told.place or bool(SOME_PLACE.search(words)))


def told_relation(name: str) -> str:
    """Give the relation that a nickname tells: "my sister An", "An my sister"; "" when it tells none."""
    words = [word.casefold().strip(".:") for word in name.split()]
    return next(filter(None, (_relation(words, tables) for tables in everyday.tables().values())), "")


def _relation(words: list[str], tables: everyday.Tables) -> str:
    """Read it in one language: "de" stands before a sister in one, and makes her another's in the next."""
    if not words or set(tables["people"]["of"]) & set(words):
        return ""
    told = {word: relation for relation, several in tables["relations"].items() for word in several}
    known = [index for index, word in enumerate(words) if word in told]
    begins = [index for index in known if index <= (words[0] in POSSESSIVES | ARTICLES)]
    after = [index for index in known if index > 1 and words[index - 1] in POSSESSIVES | ARTICLES]
    return told[words[(begins or after)[0]]] if begins or after else ""


def first_name(name: str) -> str:
    """Give the name by which somebody is greeted: "An" for "my sister An", and "" for "my sister"."""
    words = name.split()
    begins = next((at for at, word in enumerate(words) if word.casefold() not in POSSESSIVES | ARTICLES), len(words))
    left = [word for word in words[begins:] if word.casefold() not in TOLD_RELATIONS] if begins else words
    return " ".join(left)


def only_names(found: list[Told]) -> bool:
    """Tell whether a message is nothing but a list of people: "my wife Lina, my mother and my brother Rob"."""
    known = POSSESSIVES | ARTICLES | TOLD_RELATIONS.keys()
    words = [word for told in found for word in told.name.split()]
    return any(told.relation for told in found) and all(
        word[:1].isupper() or word.casefold() in known for word in words
    )


def add_people(session: Session, found: list[Told], **known: Any) -> None:
    """Put new people on the map, with what is known of them; a name that stands there is not added twice."""
    for told in found:
        if person_named(session, told.name) is None and len(session.people) < MAX_PEOPLE:
            young = False if told.young else None
            person = Person(told.name, told.relation, adult=young, near=told.near)
            session.people.append(replace(person, **{field: value for field, value in known.items() if value}))
