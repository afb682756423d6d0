"""Names in a message: "Marietje, buurman Jan and my sister in Canada" are three, and tell more than a name.

The tables hold the languages of the talk together: what stands here in one language is no name in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from dialogues.people import AGE, MAX_PEOPLE, POSSESSIVES, is_young, person_named
from dialogues.session import Person, Session

MAX_NAME = 40
"""Characters of a nickname: long enough for "neighbour with the red door", too short for a story."""

MOST_WORDS = 6
"""More words than this are a sentence, and no name."""

ARTICLES = frozenset({"de", "het", "een", "onze", "ons", "the", "our", "a"})

OF = frozenset({"van", "of"})
"""Words after which somebody else is meant: the mother of Sanne is not our mother."""

FILLERS = re.compile(
    r"^(er is|ik heb|misschien|ik denk( aan)?|dan|ook|eerst|nog|alleen|gewoon|eigenlijk|nou|eh|ja|natuurlijk"
    r"|there('s| is)|i have|i think( of)?|maybe|perhaps|also|first|only|just|well|yes|of course)[\s,]+",
    re.IGNORECASE,
)
"""What people begin with when they name somebody."""

BETWEEN = re.compile(r"\s+(?:en(?: ook)?|and|plus)\s+|\s*[&;+\n/]\s*|\s*,\s*(?:(?:en|and)\s+)?", re.IGNORECASE)
"""What stands between two names."""

ASIDE = re.compile(r"^(die|dat|who|that|which|woont|lives|hij|zij|ze|he|she)\b", re.IGNORECASE)
"""How a part begins that tells something of the person just named."""

SENTENCE = re.compile(
    r"^(ik|i|i'm|we|wij|wat|waarom|hoe|waar|what|why|how|where|dit|this|it|it's|moet|kan|(het|dat) (is|gaat|kost))\b",
    re.IGNORECASE,
)
"""How somebody begins who tells or asks something, and names nobody."""

NOBODY_HERE = re.compile(
    r"(verder |nee,? |eigenlijk |ook )?(niemand|geen|niets|niks|nee)( (meer|verder|anders|hoor|eigenlijk))?"
    r"|niet echt|die (heb|zijn) .{0,8}(niet|geen)|(no|not) ?(one|body)?( else| more| really)?|none|nope|nothing",
    re.IGNORECASE,
)
"""What people say when there is nobody here."""

ALL_SAID = re.compile(
    r"(dat|dit) (is|was|zijn|waren) (alles|het|ze|iedereen)( wel)?|meer niet|(zo )?(klaar|genoeg)( zo)?"
    r"|(ik heb |we hebben )?((verder|ook|echt) )*niemand( anders)? nodig|i (don't|do not) need any(body|one)( else)?"
    r"|that('s| is) (all|it|everybody|everyone)|(enough|done)",
    re.IGNORECASE,
)
"""What people say when all names have been given."""


def nobody_here(text: str) -> bool:
    """Tell whether a message says no more than that there is nobody here, or nobody else."""
    return bool(NOBODY_HERE.fullmatch(text.strip(" .!")))


def all_said(text: str) -> bool:
    """Tell whether a message says no more than that these were all."""
    return bool(ALL_SAID.fullmatch(text.strip(" .!")))


ONLY_AGE = re.compile(r"\d{1,2}( (jaar|years?( old)?))?", re.IGNORECASE)
"""A part that tells no more than how old the person just named is."""

LISTED = re.compile(r"^[\s•*·\-–—\d.)]+(?=\w)")
"""What stands before a name in a list."""

TOLD_RELATIONS: dict[str, str] = {
    **dict.fromkeys(("man", "vrouw", "partner", "vriendje", "husband", "wife"), "partner"),
    **dict.fromkeys(("broer", "zus", "zusje", "broertje", "zussen", "broers", "brother", "sister"), "sibling"),
    **dict.fromkeys(("moeder", "vader", "mama", "papa", "mother", "father", "mum", "mom", "dad"), "parent"),
    **dict.fromkeys(("zoon", "dochter", "kind", "kinderen", "son", "daughter", "children"), "child"),
    **dict.fromkeys(("oma", "opa", "tante", "oom", "neef", "nicht", "nichtje", "neefje", "kleinzoon"), "family"),
    **dict.fromkeys(("kleindochter", "schoonzus", "zwager", "schoonmoeder", "schoonvader", "schoonzoon"), "family"),
    **dict.fromkeys(("schoondochter", "schoonzusje", "schoonbroer", "schoonouders", "nephew", "niece"), "family"),
    **dict.fromkeys(("grandma", "grandpa", "aunt", "uncle", "cousin", "grandson", "granddaughter"), "family"),
    **dict.fromkeys(("brother-in-law", "sister-in-law", "mother-in-law", "son-in-law"), "family"),
    **dict.fromkeys(("buurvrouw", "buurman", "buur", "buren", "buurmeisje", "buurjongen"), "neighbour"),
    **dict.fromkeys(("overbuurvrouw", "overbuurman", "neighbour", "neighbor", "neighbours"), "neighbour"),
    **dict.fromkeys(("vriend", "vriendin", "vrienden", "vriendinnen", "friend", "friends"), "friend"),
    **dict.fromkeys(("collega", "oud-collega", "ex-collega", "collega's", "colleague"), "colleague"),
    **dict.fromkeys(("thuiszorg", "wijkverpleegkundige", "verpleegkundige", "casemanager"), "professional"),
    **dict.fromkeys(
        ("huisarts", "vrijwilliger", "vrijwilligster", "begeleider", "begeleidster", "fysio"), "professional"
    ),
    **dict.fromkeys(("nurse", "carer", "volunteer", "doctor", "gp", "physio", "cleaner"), "professional"),
}
"""Words in a nickname that tell who somebody is."""

NEAR: dict[str, re.Pattern[str]] = {
    "far": re.compile(
        r"\b(ver (weg|hier ?vandaan)|(in het|in 't) buitenland|aan de andere kant|far away|abroad|overseas)\b",
        re.IGNORECASE,
    ),
    "home": re.compile(
        r"\b((woont )?(bij (mij|ons|me) (thuis|in)|bij ons in huis|in huis)|lives with (me|us))\b", re.IGNORECASE
    ),
    "street": re.compile(
        r"\b(hiernaast|naast (ons|mij|me)|(om|op) de hoek|in (de|mijn|onze) straat|(aan de )?overkant"
        r"|tegenover (ons|mij)|next door|(round|around) the corner|in (my|our) street|across the (street|road))\b",
        re.IGNORECASE,
    ),
    "town": re.compile(
        r"\b(in (het|ons) dorp|in de (stad|buurt)|hier in de buurt|in (our|my|the same) (town|village)|nearby)\b",
        re.IGNORECASE,
    ),
}
"""Words that tell how near somebody lives."""

PLACE = re.compile(r"\s+(?:woont\s+|lives\s+|zit\s+)?(?:in|te)\s+[A-ZÀ-Þ][\w-]+$")
"""A name of a place at the end: it tells that it matters where somebody lives, and not how near that is."""

SOME_PLACE = re.compile(r"\b(?:in|uit|from)\s+[A-ZÀ-Þ]\w+")


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
    bare = _without_where(name)
    told = Told(bare[:MAX_NAME].strip(), told_relation(bare) or told_relation(bracketed), is_young(part))
    _add_where(told, part)
    return told


def _without_where(name: str) -> str:
    """Leave out where somebody lives: that is kept on its own, and a name should greet."""
    bare = PLACE.sub("", name)
    for said in NEAR.values():
        bare = said.sub("", bare)
    return re.sub(r"(\s+(die|who|that|woont|lives|van|from))*\s*$", "", bare).strip() or name


def _add_where(told: Told, words: str) -> None:
    told.near = told.near or next((code for code, said in NEAR.items() if said.search(words)), "")
    told.place = not told.near and (told.place or bool(SOME_PLACE.search(words)))


def told_relation(name: str) -> str:
    """Give the relation that a nickname tells: "my sister An", "An my sister"; "" when it tells none."""
    words = [word.casefold().strip(".:") for word in name.split()]
    if not words or OF & set(words):
        return ""
    known = [index for index, word in enumerate(words) if word in TOLD_RELATIONS]
    begins = [index for index in known if index <= (words[0] in POSSESSIVES | ARTICLES)]
    after = [index for index in known if index > 1 and words[index - 1] in POSSESSIVES | ARTICLES]
    return TOLD_RELATIONS[words[(begins or after)[0]]] if begins or after else ""


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
