"""Explaining: what respite is, who pays, what a steunpunt does, what the Wmo-loket asks, free client support.

The law behind it: Wmo 2015, articles 2.1.2 (support for carers) and 2.2.4 (free client support);
respite: source 001/002 (2012), lines 4954-4968, and source 004, lines 1981-2094. The links and the
days on which they were checked stand in the directory's own table.
"""

from __future__ import annotations

from dialogues.session import Session
from dialogues.words import Fact, Words, _, paragraphs

LABELS: dict[str, Words] = {
    "respite": _("What is respijtzorg?"),
    "pays": _("Who pays for it?"),
    "steunpunt": _("What does a steunpunt do?"),
    "loket": _("What do they ask there?"),
    "client_support": _("Someone beside me"),
    "associations": _("Associations for carers"),
}

DUTCH: dict[str, Words] = {
    "respite": _(
        "Respijtzorg: someone takes over for a while, so that you can catch your breath. At home or elsewhere, for "
        "an hour, a day, a night or a holiday. A volunteer may do it, or a professional. Arranging it takes time. "
        "You may ask for help with that too."
    ),
    "pays": _(
        "That differs. The municipality pays for help and company at home (Wmo), and for who is under 18 (Jeugdwet). "
        "The health insurer for nursing at home (Zvw). The care office (zorgkantoor) when somebody needs care close "
        "by, day and night (Wlz). Ask beforehand what you pay yourself."
    ),
    "steunpunt": _(
        "A steunpunt mantelzorg is there for you. Somebody listens, looks along, and knows what there is nearby: "
        "respite, a volunteer, a group. You need no letter from a doctor. Every municipality has to offer support "
        "for carers. It may have another name where you live."
    ),
    "loket": _(
        "They ask what is difficult at home, what goes well, and who helps already. Tell what a bad day is like, not "
        "only a good one. Tell what you do yourself, and what is too much. If they ask who around you can help, you "
        "may say where it ends. You may bring somebody along."
    ),
    "client_support": _(
        "You have a right to free client support (onafhankelijke cliëntondersteuning). Somebody who knows the way "
        "sits beside you in the talk with the municipality, and stands on your side. Ask for it when you make the "
        "appointment."
    ),
}
FLEMISH: dict[str, Words] = {
    "respite": DUTCH["respite"],
    "associations": _(
        "In Flanders there are six recognised associations for carers: Coponcho, Liever Thuis LM, Okra-Zorgrecht, "
        "Ons Zorgnetwerk, Samana and Steunpunt Mantelzorg. They are free: for a question, a talk group, or to be "
        "heard. Your health insurance fund (ziekenfonds) knows the way too."
    ),
}
"""What is explained, by country: in Flanders other laws hold, and less is known to us."""


def topics(session: Session) -> dict[str, Words]:
    """Give what can be explained to this person."""
    flemish = str((session.answers.get("support.place") or {}).get("country") or session.country) == "BE"
    return FLEMISH if flemish else DUTCH


def explained(session: Session, topic: str) -> Words | None:
    """Explain one thing, with where to read on and on which day that was checked."""
    words = topics(session).get(topic)
    return paragraphs(words, Fact("read_on", {"topic": topic})) if words else None
