"""One turn in the making: the session that changes, and the effects that gather."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogues import ages, memory
from dialogues.book import CHAPTERS, QUESTIONS, chapter_of, is_aside
from dialogues.chapters.welcome import POLICY
from dialogues.company import in_company
from dialogues.effects import Ask, Choice, Effect, Progress, Redraw, Say, Screen
from dialogues.languages import LANGUAGES
from dialogues.listening.crisis import Signal
from dialogues.listening.personal import impersonal
from dialogues.memory import write_down
from dialogues.script import RESUME, Option, Question
from dialogues.session import CAREFUL_TURNS, SCHEMA, Json, Session
from dialogues.words import Words, _

MAX_EFFECTS = 12
"""Effects of one turn: more than a person can read at once is a sign of a loop."""

BACK, SKIP, MENU, HELP, DONE = "back", "skip", "menu", "help", "done"

LABELS: dict[str, Words] = {
    DONE: _("Done"),
    BACK: _("Back"),
    SKIP: _("Skip"),
    MENU: _("Menu"),
    HELP: _("Talk to someone"),
}
"""What stands on the buttons under every question."""

HIDDEN = "hidden.screen"
"""A screen that tells nothing to who looks over a shoulder; people are behind its menu."""

WRITING = (
    *("ask.", "followup.", "plan.", "messages.", "update.", "revive.", "boundary.", "thanks.", "gathering."),
    *("note.", "table.", "together.", "message.", "told."),
)
"""Chapters in which something is written to others: closed while a violence signal stands."""

IN_DANGER = ("crisis.", "hidden.", "help.")
"""Where words of danger are answered, and what can come between."""

REST, FIRST = "rest.open", "welcome.language"


@dataclass(slots=True)
class Turn:
    """What happens between an input and the next wait."""

    session: Session
    now: datetime
    effects: list[Effect] = field(default_factory=list)
    before: Json = field(default_factory=dict)

    @property
    def question(self) -> Question:
        """The question at which the session stands."""
        return QUESTIONS[self.session.state]

    def option(self, code: str) -> Option | None:
        """Give the choice with this code, if the person may choose it here."""
        return next((each for each in self.question.options_for(self.session) if each.code == code), None)

    def add(self, *effects: Effect) -> None:
        """Let something happen."""
        self.effects.extend(effects)

    def say(self, words: Words) -> None:
        """Say something that asks nothing."""
        self.add(Say(words))

    def effects_in_bounds(self) -> tuple[Effect, ...]:
        """Give the effects; the question comes last, so a cut takes from the middle."""
        if len(self.effects) <= MAX_EFFECTS:
            return tuple(self.effects)
        return (*self.effects[: MAX_EFFECTS - 1], self.effects[-1])

    def settle(self) -> None:
        """Bring a session whose question no longer exists to the nearest one that does."""
        session = self.session
        if session.home not in QUESTIONS:
            session.home = ""
        if session.state not in QUESTIONS:
            session.state = _nearest(session)
            session.undo.clear()
            session.moved = True
        if session.consent and session.policy != POLICY and not is_aside(session.state):
            self._ask_consent_again()

    def _ask_consent_again(self) -> None:
        """What is said about keeping has changed: ask again; buttons that stand there count as old."""
        session = self.session
        session.home, session.state = session.state, "privacy.renewed"
        session.turn += 1

    def note_consent(self) -> None:
        """Keep the day on which keeping was agreed to, and forget it when that was taken back."""
        session = self.session
        if not session.consent:
            session.consented_on = ""
        elif not session.consented_on:
            session.consented_on = self.now.date().isoformat()

    def show(self, words: Words | None = None, *, again: bool = False) -> None:
        """Put the question at which the session stands; ``again``, what leads up to it is not repeated.

        ``words`` stand in for the question's own when it has just been read.
        """
        session = self.session
        self._speak_as_chosen()
        if session.violence and session.state.startswith(WRITING):
            session.state = "paused.asking"
        if ages.closed(session, session.state):
            session.state = ages.own_place(session)
        if session.moved:
            session.moved = False
            self.say(_("I have been changed since we last spoke. We go on at the nearest question."))
        question = self.question
        if question.searches and (wanted := question.searches(session)):
            self.add(wanted)
            return
        session.chosen = memory.chosen_before(session, question)
        if question.opening and not again:
            self.add(*question.opening(session))
        session.turn += 1
        screen = self.screen()
        self.add(Ask(replace(screen, words=in_company(session, words)) if words else screen))

    def redraw(self) -> None:
        """Show the ticks as they are now, on the screen that is there."""
        self.add(Redraw(self.screen()))

    def screen(self) -> Screen:
        """Lay out the question with its choices and the ways out."""
        session, question = self.session, self.question
        return Screen(
            state=question.name,
            schema=SCHEMA,
            turn=session.turn,
            words=in_company(session, question.words_for(session)),
            choices=tuple(Choice(each.code, each.label) for each in question.options_for(session)),
            ways_out=self.ways_out(),
            chosen=frozenset(session.chosen),
            columns=question.columns,
            progress=_progress(question),
        )

    def ways_out(self) -> tuple[Choice, ...]:
        """Give what stands under every question: done, back, skip, the menu, and people."""
        question, aside = self.question, is_aside(self.session.state)
        shown = {
            DONE: question.many,
            BACK: bool(self.session.undo) and not aside,
            SKIP: question.skippable and not aside,
            MENU: question.name not in {"menu.open", FIRST},
            HELP: question.name not in {"help.people", HIDDEN},
        }
        return tuple(Choice(code, LABELS[code]) for code, wanted in shown.items() if wanted)

    def remember(self) -> None:
        """Keep the session as it was, so that this answer can be taken back."""
        self.before = memory.snapshot(self.session)

    def arrive(self, left: str) -> None:
        """After an answer: note what is done, make it possible to take it back, put the next question."""
        session = self.session
        if session.once == left and (left != "network.map" or not session.state.startswith("network.")):
            session.once, session.state = "", "overview.told"
        if left == "menu.open":
            session.once, session.state = "", first_open(session)
        if session.state == RESUME:
            self.come_home()
        if not is_aside(left):
            memory.make_undoable(session, self.before)
            memory.note_done(session, left)
        elif not is_aside(session.state) and not session.once and not session.state.startswith("support."):
            session.home = ""
        if not self._check_in_later():
            self.show()

    def come_home(self) -> None:
        """Go to the question that was interrupted, or to rest when there is none."""
        session = self.session
        if session.pending:
            write_down(session, impersonal(session.pending))
            session.pending = ""
        if session.state == RESUME or is_aside(session.state):
            session.state = session.home or REST
            session.home = ""

    def open_aside(self, state: str) -> None:
        """Let something come between; the question that is open now waits."""
        session = self.session
        if not is_aside(session.state):
            session.home = session.state
        session.state = state
        self.show()

    def open_crisis(self, signal: Signal) -> None:
        """Words of danger: leave everything and be there."""
        session = self.session
        session.answers["crisis.kind"] = signal.kind
        session.careful = CAREFUL_TURNS
        session.violence = session.violence or (signal.sure and signal.kind in {"violence", "abuse"})
        self._speak_as_written(signal.language)
        self.open_aside("crisis.now" if signal.sure else "crisis.gentle")

    def _speak_as_written(self, language: str) -> None:
        """Answer words of danger in the language in which they were written, whatever the talk is in."""
        session = self.session
        if language in LANGUAGES:
            session.own_language = session.own_language or session.language
            session.language = language

    def _speak_as_chosen(self) -> None:
        """Take the language of the talk up again, once the danger has been spoken of."""
        session = self.session
        if session.own_language and not session.state.startswith(IN_DANGER):
            session.language, session.own_language = session.own_language, ""

    def _check_in_later(self) -> bool:
        session = self.session
        if not session.careful or is_aside(session.state):
            return False
        session.careful -= 1
        if session.careful:
            return False
        self.open_aside("crisis.check_in")
        return True


def first_open(session: Session) -> str:
    """Open a chapter that was begun at its first question without an answer."""
    steps = chapter_of(session.state).steps if session.state in QUESTIONS else ()
    answered = [each in session.answers for each in steps]
    done = session.state.partition(".")[0] in session.done
    if session.state not in steps[:1] or done or all(answered) or not any(answered):
        return session.state
    return steps[answered.index(False)]


def _nearest(session: Session) -> str:
    known = {chapter.name: chapter for chapter in CHAPTERS}
    chapter = known.get(session.state.partition(".")[0])
    if chapter and not chapter.aside:
        return chapter.first
    return session.home or (REST if session.done else FIRST)


def _progress(question: Question) -> Progress | None:
    chapter = chapter_of(question.name)
    if question.name not in chapter.steps or len(chapter.steps) == 1:
        return None
    return Progress(chapter.title, chapter.steps.index(question.name) + 1, len(chapter.steps))
