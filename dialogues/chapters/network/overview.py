"""The map: the people around you as you told it, what it tells, what changed, and one next step with a contact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues import tasks
from dialogues.changes import has_changed, remember_map, what_changed
from dialogues.chapters.network.card import left_out, people, take_in_hand
from dialogues.chapters.network.steps import CUES, cues_left, due, has_one_wish, stand
from dialogues.details import map_in_words
from dialogues.effects import DrawMap
from dialogues.observations import costing, has_observations, practical_empty, seen
from dialogues.people import around, has_people, person_in_hand, several, to_carer
from dialogues.picture import the_map
from dialogues.radio import STEPS, WHAT, next_step, reason
from dialogues.script import Option, Question, When, nothing
from dialogues.session import Session
from dialogues.words import Text, Words, _, paragraphs

MAX_PRACTICAL = 2
"""Practical things to begin with, where there was none (scenario 16)."""


def draw_map(session: Session) -> list[DrawMap]:
    """Show the picture of the map, without a verdict, with the words that tell the same."""
    return [the_map(session, map_in_words(session))] if has_people(session) else []


def keep_map(session: Session, answer: Any) -> None:
    """Looking at the map ends what was being told about one person; going on keeps how it stands today."""
    stand(session, "remember" if answer == "think" else "map")
    session.answers["network.cues"] = 0
    if answer == "go_on":
        remember_map(session)


def remove(session: Session, answer: Any) -> None:
    """Take somebody off the map."""
    chosen = dict(zip((each.code for each in people(session)), around(session), strict=True)).get(str(answer))
    session.people = [each for each in session.people if each is not chosen]


def changing_once(session: Session) -> bool:
    """The map was opened to change one thing, and the overview waits."""
    return session.once == "network.map"


def tells_something(session: Session) -> bool:
    """There is something to say about the map, and an adult to say it to."""
    return has_observations(session) and not session.child


def a_grown_ups_map(session: Session) -> bool:
    """There is somebody on the map, and it is no child's: a child is asked no more about others than is needed."""
    return has_people(session) and not session.child


def what_i_see(session: Session) -> Words:
    """Put what the map tells before the person, as something to correct."""
    return paragraphs(_("What I take from it:"), seen(session), _("Is that right?"))


def may_be_much(session: Session) -> bool:
    """There are many people, or some cost energy: so much contact may weigh."""
    return several(session) or bool(costing(session))


def may_choose_form(session: Session) -> bool:
    """There are people enough for more than one way of asking, and it was not chosen yet."""
    return several(session) and "together.form" not in session.answers and not session.child


def practical_tasks(_session: Session) -> tuple[Option, ...]:
    """Offer practical things that need no nearness."""
    fitting = [each for each in tasks.TASKS if "P" in each.support and not each.close]
    return tuple(Option(each.code, each.label) for each in fitting)


def keep_practical(session: Session, chosen: Any) -> None:
    """Add practical things to what may be shared."""
    for code in chosen if isinstance(chosen, list) else []:
        key = f"wish.{tasks.BY_CODE[code].kind}"
        known = session.answers.get(key, [])
        session.answers[key] = known if code in known else [*known, code]


def one_step(session: Session) -> Words:
    """Name the step that fits this contact, and why."""
    person = person_in_hand(session)
    if person is None:
        return _("Then we leave it.")
    step = person.step or next_step(session, person)[0]
    told = Text(CHOSEN.msgid, {"name": to_carer(person.name)}) if person.step else reason(session, person)
    return paragraphs(told, WHAT[step])


CHOSEN = _("You chose this for {name}:")


def forget_step(session: Session, answer: Any) -> None:
    """Take a person in hand, and think anew about the step."""
    take_in_hand(session, answer)
    if (person := person_in_hand(session)) and "network.person" in session.answers:
        person.step = ""


def keep_step(session: Session, answer: Any) -> None:
    """Note the step that was agreed to."""
    person = person_in_hand(session)
    if person and answer == "agreed":
        person.step = person.step or next_step(session, person)[0]


def keep_other_step(session: Session, answer: Any) -> None:
    """Note the step that the carer chose instead."""
    if (person := person_in_hand(session)) and answer in STEPS:
        person.step = str(answer)


def safe_steps(session: Session) -> tuple[Option, ...]:
    """Offer the steps; nothing is talked out with anybody while it is not safe."""
    return tuple(Option(code, label) for code, label in STEPS.items() if code != "unblock" or not session.violence)


def takes(step: str) -> Callable[[Session], bool]:
    """Make the condition that this step was agreed to."""

    def taken(session: Session) -> bool:
        person = person_in_hand(session)
        return person is not None and person.step == step

    return taken


ON_TO_ASKING = (
    When(may_choose_form, "together.form"),
    When(has_one_wish, "ask.who"),
    "ask.wish",
)

MAP = (
    Question(
        "map",
        paragraphs(_("These are the people around you, as you told me."), _("Shall we go on?")),
        opening=draw_map,
        options=(
            Option("go_on", _("Go on")),
            Option("add", _("Add somebody"), then="name"),
            Option("tell", _("Tell more of somebody"), then="whom", only=a_grown_ups_map),
            Option("think", _("Help me think"), only=cues_left),
            Option("changes", _("What has changed"), then="changed", only=has_changed),
            Option("contact", _("A step with somebody"), then="contact", only=a_grown_ups_map),
            Option("remove", _("Take somebody off"), then="remove", only=has_people),
            Option("out", _("Whom I leave out"), then="left_out", only=lambda session: bool(left_out(session))),
        ),
        columns=2,
        keep=keep_map,
        then=(
            *(When(due(cue), f"cue_{cue}") for cue in CUES),
            When(changing_once, "ask.wish"),
            When(tells_something, "seen"),
            *ON_TO_ASKING,
        ),
    ),
    Question(
        "remove",
        _("Whom shall I take off the map?"),
        options=people,
        columns=2,
        keep=remove,
        then=(When(has_people, "map"), "none"),
        skip_to=(When(has_people, "map"), "none"),
    ),
    Question(
        "seen",
        what_i_see,
        options=(
            Option("right", _("Yes, go on")),
            Option("practical", _("Something practical"), then="practical", only=practical_empty),
            Option("ways", _("How do I go about it?"), then="together.form"),
            Option("much", _("It is rather a lot"), then="together.weighs", only=may_be_much),
            Option("different", _("It is different"), then="map"),
        ),
        columns=2,
        keep=nothing,
        then=ON_TO_ASKING,
    ),
    Question(
        "practical",
        _(
            "Some people like to do something with their hands, and wait for a question. "
            "Which one or two things would help? Then tap Done."
        ),
        options=practical_tasks,
        many=True,
        most=MAX_PRACTICAL,
        columns=2,
        keep=keep_practical,
        then="ask.wish",
    ),
    Question(
        "changed",
        what_changed,
        options=(Option("to_map", _("To the map")),),
        keep=nothing,
        then="map",
    ),
    Question(
        "contact",
        _("With whom? You need not do anything with anybody: a contact may stay as it is."),
        options=people,
        columns=2,
        keep=forget_step,
        then="step",
        skip_to="map",
    ),
    Question(
        "step",
        one_step,
        options=(
            Option("agreed", _("Good, that one")),
            Option("other", _("Something else"), then="other_step"),
            Option("leave", _("Leave it as it is"), then="map"),
        ),
        keep=keep_step,
        then=(
            When(takes("revive"), "together.hello"),
            When(takes("unblock"), "together.talk_out"),
            When(takes("activate"), "ask.wish"),
            "map",
        ),
        skip_to="map",
    ),
    Question(
        "other_step",
        _("What would you like instead?"),
        options=safe_steps,
        columns=2,
        keep=keep_other_step,
        then="step",
        skip_to="map",
    ),
)
