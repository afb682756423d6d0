"""What support may fit: from what weighs, what nobody can do, and what holds back, to kinds of services.

The kinds follow what the sources name as places to go: source 001/002 (2012) for steunpunt, respite,
peers, network coach and family meeting; source 004 (2021-2025, lines 1981-2094) for client support,
bereavement and support in a language.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues import tasks
from dialogues.people import around
from dialogues.session import Session
from dialogues.wishes import wishes
from dialogues.words import Text, Words, _

NAMES: dict[str, Words] = {
    "steunpunt": _("Support centre for carers (steunpunt mantelzorg)"),
    "respite_home": _("Someone takes over at home for a while (respijtzorg)"),
    "respite_day": _("A day out with care for the one you care for (dagopvang)"),
    "respite_night": _("Staying somewhere for a night or longer (logeeropvang)"),
    "respite_holiday": _("A holiday with care"),
    "peers": _("Meeting people who also care for somebody"),
    "buddy": _("Someone who goes along with you (maatje, netwerkcoach)"),
    "volunteers": _("A volunteer who helps"),
    "young": _("For young people who help at home"),
    "language": _("Support in your language"),
    "client_support": _("Free help with arranging care (cliëntondersteuning)"),
    "district_team": _("Social district team (wijkteam)"),
    "money_law": _("Money and rights"),
    "work": _("Work and caring"),
    "condition": _("Association for an illness"),
    "bereavement": _("After a loss"),
    "family_meeting": _("Family and friends around one table"),
    "interpreter": _("Interpreters"),
    "national": _("Everywhere in the country"),
}
"""Every kind of service, by the name that a carer would give it."""


@dataclass(frozen=True, slots=True)
class Need:
    """A kind of service that may fit, and why, in one line."""

    kind: str
    why: Text


BY_AREA: dict[str, tuple[str, ...]] = {
    "body": ("respite_home", "respite_night"),
    "mood": ("peers", "buddy"),
    "time": ("respite_home", "respite_day", "volunteers"),
    "relation": ("family_meeting", "peers"),
    "work": ("money_law", "work", "client_support"),
    "alone": ("buddy", "peers"),
}
BY_TASK_KIND: dict[str, tuple[str, ...]] = {
    "company": ("volunteers", "buddy"),
    "household": ("district_team", "volunteers"),
    "along": ("volunteers", "buddy"),
    "practical": ("client_support", "volunteers"),
    "body": ("respite_home", "district_team"),
    "nursing": ("district_team",),
}

FOR_THE_CARED_FOR = frozenset(
    {"respite_home", "respite_day", "respite_night", "volunteers", "district_team", "client_support"}
)
"""What is arranged where the cared-for person lives; the rest is there for the carer, where the carer lives."""

AREA_WHY: dict[str, Text] = {
    "body": _("Because your body and your sleep weigh most."),
    "mood": _("Because worry weighs most."),
    "time": _("Because you have little time for yourself."),
    "relation": _("Because it is harder between the two of you."),
    "work": _("Because work, school or money weighs most."),
    "alone": _("Because you stand alone."),
}
TASK_WHY = _("Because there is nobody yet for: {task}.")
NOBODY_WHY = _("Because there is nobody around you at the moment.")
LANGUAGE_WHY = _("Because they speak your language.")
STRANGERS_WHY = _("Because strangers in the house are hard for you.")
ENDED_WHY = _("Because the caring has ended.")
YOUNG_WHY = _("Because they know what it is like to help at home.")
ALWAYS_WHY = _("They think along with carers, about anything.")
"""Why a kind is shown, as the carer told it."""


SAY: dict[str, Words] = {
    "respite_home": _(
        "“I care for somebody at home. I am looking for someone who takes over now and then, so that I can rest "
        "(respijtzorg). Whom can I speak to?”"
    ),
    "respite_day": _(
        "“I care for somebody at home. I am looking for a place where he or she can be for a day now and then "
        "(dagopvang). Whom can I speak to?”"
    ),
    "buddy": _(
        "“I care for somebody, and there are few people around me. I am looking for someone who goes along with me "
        "(a maatje or netwerkcoach). With whom can I make an appointment?”"
    ),
    "peers": _(
        "“I care for somebody. I would like to talk with others who do too. Is there a group, nearby or online?”"
    ),
    "volunteers": _(
        "“I care for somebody, and one thing has become too much. I am looking for a volunteer for that. "
        "Who arranges it?”"
    ),
    "client_support": _(
        "“I want to arrange care, and I would like somebody beside me who knows the way. I would like free client "
        "support (onafhankelijke cliëntondersteuning). How do I get it?”"
    ),
    "money_law": _(
        "“I care for somebody, and it costs money or touches my work. Who can look along with me at what is "
        "possible?”"
    ),
    "family_meeting": _(
        "“I care for somebody. I would like to sit down with family and friends, with someone who leads the talk. "
        "Who does that here?”"
    ),
    "bereavement": _("“I cared for somebody, and that has ended. Is there someone with whom I can talk about it?”"),
}
"""What one may say at the municipality or a support centre, by the kind that fits."""


def words_for(session: Session) -> Words | None:
    """Give the words to say for what fits best, if there are words of its own for it."""
    return next((SAY[need.kind] for need in needs(session) if need.kind in SAY), None)


def needs(session: Session) -> list[Need]:
    """Give the kinds that may fit this person, the best first, each once."""
    told = [*_young(session), *_ended(session), *_weighing(session), *_unmet(session), *_nobody(session)]
    if "strangers" in (session.answers.get("reluctance.barriers") or ()):
        told.insert(0, Need("family_meeting", STRANGERS_WHY))
    if session.language not in {"nl", "en"}:
        told.append(Need("language", LANGUAGE_WHY))
    told += [Need(kind, ALWAYS_WHY) for kind in ("steunpunt", "national")]
    once: dict[str, Need] = {}
    for need in told:
        once.setdefault(need.kind, need)
    return list(once.values())


def _young(session: Session) -> list[Need]:
    return [Need("young", YOUNG_WHY)] if session.young else []


def _ended(session: Session) -> list[Need]:
    return [Need("bereavement", ENDED_WHY)] if session.answers.get("strain.phase") == "ended" else []


def _weighing(session: Session) -> list[Need]:
    area = str(session.answers.get("strain.heaviest", ""))
    return [Need(kind, AREA_WHY[area]) for kind in BY_AREA.get(area, ())]


def unmet(session: Session) -> list[str]:
    """Give the tasks that the carer would like to share and that nobody was asked for."""
    placed = {ask.wish.task for ask in session.asks if ask.helper and ask.status not in {"dropped", "refused"}}
    return [wish.task for wish in wishes(session) if wish.task and wish.task not in placed]


def _unmet(session: Session) -> list[Need]:
    found = []
    for code in unmet(session):
        task = tasks.BY_CODE[code]
        found += [Need(kind, Text(TASK_WHY.msgid, {"task": task.label})) for kind in BY_TASK_KIND[task.kind]]
    return found


def _nobody(session: Session) -> list[Need]:
    alone = "network" in session.done and not around(session)
    return [Need(kind, NOBODY_WHY) for kind in ("buddy", "peers")] if alone else []
