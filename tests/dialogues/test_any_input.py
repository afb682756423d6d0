"""Whatever a person does, in any state: an answer, never an error, never a dead end."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot import catalogs, export
from bot.facts import facts
from bot.settings import Settings
from bot.words import Speaker
from dialogues.book import QUESTIONS, is_aside
from dialogues.effects import Answered, Ask, FindPlace, FindServices, Forget, ReadAloud, Redraw, Say, Toast
from dialogues.engine import step
from dialogues.inputs import (
    CameDue,
    Commanded,
    FoundService,
    Input,
    Place,
    PlacesFound,
    Said,
    Sent,
    ServicesFound,
    Started,
    Tapped,
)
from dialogues.languages import LANGUAGES
from dialogues.reminders import ORDER
from dialogues.session import SCHEMA, Session
from dialogues.turn import FIRST, HELP, HIDDEN, MENU
from dialogues.ways_out import COMMANDS, listen
from dialogues.words import Text, Words

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
UTRECHT = Place("GM0344", "Utrecht", "NL", "Utrecht")
HENGELO = Place("GM0164", "Hengelo", "NL", "Overijssel")
FACTS = facts(Settings())

PASSING = {"ask.changing", "ask.choice", "support.looked_up"}
PASSING |= {"support.found", "support.searched", "support.from", "support.pointed"}
"""Marks that last only until the next question is shown; they are no answers."""

TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Marietje",
            "Jan en Piet, mijn zus",
            "het gaat wel",
            "ik heb niemand",
            "ik wil niet meer leven",
            "hij slaat me",
            "x" * 5000,
            "{name} {0} %s",
            "/",
            "0",
            "🙂",
            "\u202eabc",
            "أنا وحدي",
            "ok",
        ]
    ),
)

SERVICES = tuple(FoundService(f"s{number}", f"Service {number}", "peers") for number in range(5))


@cache
def said_in(language: str) -> frozenset[str]:
    """The messages that a language says in words of its own."""
    return frozenset(catalogs.forms(each)[0][0] for each in catalogs.read(language) if all(catalogs.forms(each)[1]))


class NoFallback(Speaker):
    """Says nothing in another language than its own."""

    def say(self, words: Words) -> str:
        if isinstance(words, Text):
            assert words.msgid in said_in(self.language)
        return super().say(words)


class AnyTalk(RuleBasedStateMachine):
    """Plays any inputs in any order."""

    @initialize(language=st.sampled_from(list(LANGUAGES)), voiced=st.booleans())
    def begin(self, language: str, voiced: bool) -> None:  # noqa: FBT001  Hypothesis gives it by name
        self.session = Session(FIRST, language=language, voiced=voiced)
        self.screen: Any = None
        self.play(Started())

    def play(self, input: Input) -> tuple[Any, ...]:
        before = self.session.to_json()
        after, effects = step(self.session, input, NOW)
        assert self.session.to_json() == before, "a turn must not change what it was given"
        self.hear(input, effects)
        self.session = Session.from_json(json.loads(json.dumps(after.to_json())))
        assert self.session == after
        self.look(input, effects)
        return effects

    def hear(self, input: Input, effects: tuple[Any, ...]) -> None:
        """Nothing is read aloud unasked, or without a voice; and what is read comes last, in one go."""
        heard = [each for each in effects if isinstance(each, ReadAloud)]
        ended = isinstance(input, Tapped) and input.code == "no"
        chosen = isinstance(input, Tapped) and input.code in {"every", "once"}
        asked = chosen or self.session.aloud or (isinstance(input, Commanded) and COMMANDS.get(input.name) is listen)
        assert not heard or (self.session.voiced and asked)
        assert heard == list(effects[-1:]) or not heard
        assert not (self.session.aloud and self.session.voiced and not ended and self.is_shown(effects)) or heard

    def is_shown(self, effects: tuple[Any, ...]) -> bool:
        return any(isinstance(each, Ask) and each.screen.state != HIDDEN for each in effects)

    def look(self, input: Input, effects: tuple[Any, ...]) -> None:
        silent = isinstance(input, CameDue)
        seen = Ask | Say | Toast | Redraw | FindPlace | FindServices | ReadAloud
        assert silent or any(isinstance(each, seen) for each in effects), "silence"
        speaker = NoFallback(self.session.language, young=self.session.young, facts=FACTS)
        for effect in effects:
            self.look_at(effect, speaker)
        for effect in effects:
            if isinstance(effect, FindPlace):
                self.play(PlacesFound(effect.query, (UTRECHT, HENGELO) if "a" in effect.query else ()))
            if isinstance(effect, FindServices):
                self.play(ServicesFound(SERVICES[: len(effect.place)]))
            if isinstance(effect, Forget):
                self.session = Session(FIRST)
                self.play(Started())

    def look_at(self, effect: Any, speaker: Speaker) -> None:
        if isinstance(effect, Ask | Redraw):
            self.screen = effect.screen
            assert speaker.say(effect.screen.words).strip()
            assert all(speaker.say(each.label) for each in (*effect.screen.choices, *effect.screen.ways_out))
        elif isinstance(effect, Say | ReadAloud):
            assert speaker.say(effect.words).strip()
        elif isinstance(effect, Answered):
            assert speaker.say(effect.label)

    @rule(data=st.data())
    def tap(self, data: st.DataObject) -> None:
        choices = [*self.screen.choices, *self.screen.ways_out]
        if choices:
            choice = data.draw(st.sampled_from(choices))
            self.play(Tapped(choice.code, self.screen.turn, self.screen.schema))

    def teardown(self) -> None:
        """Whatever was said, all of it can be had on a page."""
        if getattr(self, "session", None):
            speaker = NoFallback(self.session.language, young=self.session.young, facts=FACTS)
            assert export.readable(self.session, speaker, NOW.date())

    @rule(text=TEXTS)
    def say(self, text: str) -> None:
        self.play(Said(text))

    @rule(code=st.text(max_size=12), turn=st.integers(-2, 50), schema=st.integers(0, 3))
    def tap_something_old(self, code: str, turn: int, schema: int) -> None:
        self.play(Tapped(code, turn, schema))

    @rule(name=st.sampled_from([*COMMANDS, "nonsense", ""]))
    def command(self, name: str) -> None:
        self.play(Commanded(name))

    @precondition(lambda self: self.session.voiced)
    @rule(how=st.sampled_from(["every", "no"]))
    def choose_to_listen(self, how: str) -> None:
        self.play(Commanded("menu"))
        self.play(Tapped("listen", self.screen.turn, SCHEMA))
        self.play(Tapped(how, self.screen.turn, SCHEMA))
        assert self.session.aloud == how.removeprefix("no")

    @rule(kind=st.sampled_from(["voice", "photo", "sticker", "location", "dice"]))
    def post(self, kind: str) -> None:
        self.play(Sent(kind))

    @rule(payload=st.text("abc_-", max_size=10))
    def start(self, payload: str) -> None:
        self.play(Started(payload))

    @rule(kind=st.sampled_from([*ORDER, "unknown"]), ask=st.integers(0, 3))
    def come_due(self, kind: str, ask: int) -> None:
        self.play(CameDue(kind, ask))

    @rule()
    def places_out_of_the_blue(self) -> None:
        self.play(PlacesFound("x", (UTRECHT,)))

    @rule()
    def ask_for_people(self) -> None:
        state = self.session.state
        self.play(Commanded("help"))
        assert self.session.state == "help.people"
        self.play(Commanded("start"))
        if not is_aside(state) and not self.session.violence:
            assert self.session.state == state

    @rule()
    def stop_and_come_back(self) -> None:
        state, violence, careful = self.session.state, self.session.violence, self.session.careful
        self.play(Commanded("stop"))
        assert self.session.state == "stopped.here"
        self.play(Tapped("go_on", self.screen.turn, SCHEMA))
        if not is_aside(state) and not violence:
            assert self.session.state == ("crisis.check_in" if careful == 1 else state)

    @precondition(lambda self: not is_aside(self.session.state) and QUESTIONS[self.session.state].skippable)
    @rule()
    def skip_and_take_it_back(self) -> None:
        state, people, asks = self.session.state, self.session.people, self.session.asks
        answers = {key: value for key, value in self.session.answers.items() if not key.startswith("crisis")}
        careful = self.session.careful
        self.play(Tapped("skip", self.screen.turn, SCHEMA))
        if careful == 1 or is_aside(self.session.state):
            return
        self.play(Tapped("back", self.screen.turn, SCHEMA))
        assert (self.session.state, self.session.people, self.session.asks) == (state, people, asks)
        now = {key: value for key, value in self.session.answers.items() if not key.startswith("crisis")}
        assert now.keys() ^ answers.keys() <= PASSING

    @invariant()
    def the_question_exists(self) -> None:
        assert getattr(self, "session", None) is None or self.session.state in QUESTIONS

    @invariant()
    def people_are_two_taps_away_at_most(self) -> None:
        if getattr(self, "screen", None):
            ways = {each.code for each in self.screen.ways_out}
            assert (
                HELP in ways or self.screen.state == "help.people" or (self.screen.state == HIDDEN and MENU in ways)
            )

    @invariant()
    def the_session_stays_small(self) -> None:
        if getattr(self, "session", None):
            assert len(json.dumps(self.session.to_json())) < 400_000


TestAnyTalk = AnyTalk.TestCase
TestAnyTalk.settings = settings(
    max_examples=120,
    stateful_step_count=60,
    # A failing run is the same each time; making it smaller can take many minutes.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
