"""Message: how the grown-up could be told, what is told and what not, and words that the young person sends or says.

Nothing is sent by the program. Each piece is written so that it suits an aunt as well as a teacher.
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.young.situations import going_on, whom_in_message
from dialogues.chapters.young.trusted import adult_in_words
from dialogues.drafting.typed import in_mid_sentence
from dialogues.effects import Effect, OfferDraft
from dialogues.people import about
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Fact, Joined, Text, Typed, Words, _, lines, paragraphs

MAX_OWN_TEXT = 1500
"""Characters of a message that somebody wrote whole; fits in a share link."""

MOST_ABOUT_ME = 2

FORMS: dict[str, tuple[Words, Words, Words]] = {
    "message": (
        _("With a message"),
        _("There is something I would like to tell."),
        _("This can be your message. You decide on every word. Only you send it, with the buttons above."),
    ),
    "screen": (
        _("Show my screen"),
        _("I find it hard to say this, so I let it be read."),
        _("You can show this on your phone, or copy it. You don't have to say anything with it."),
    ),
    "note": (
        _("With a note"),
        _("I write it down, because saying it is hard."),
        _("You can copy this out on a note, and hand it over or leave it somewhere."),
    ),
    "after": (
        _("Ask for a talk"),
        _("May I ask something in a moment, just the two of us?"),
        _("You can say this, after class or when nobody is near. The first sentence is enough."),
    ),
}
"""How it may be told: the button, the sentence that opens, and what we say to it."""

ASKED: dict[str, Words] = {
    "listen": _("Just listening is good already."),
    "check": _("It would help if somebody asked now and then how I am."),
    "be_there": _("May I come by sometimes, just to be there?"),
    "think": _("Perhaps we can look together at what is possible."),
    "along": _("Perhaps somebody can come along with me once, when something has to be arranged."),
}

ABOUT_ME: dict[str, dict[str, Words]] = {
    "interpreting.feels": {
        "hard": _("I interpret a lot, and sometimes it is too difficult."),
        "heavy": _("I interpret a lot, and sometimes it is too heavy."),
    },
    "everyday.sleep": {"often": _("I sleep badly."), "sometimes": _("I sleep badly sometimes.")},
    "everyday.school": {"often": _("Learning is hard for me now.")},
    "everyday.alone": {"nobody": _("I have not talked about it with anybody yet.")},
    "everyday.friends": {"often": _("I have little time for friends.")},
    "everyday.night": {"nobody": _("At night there is no grown-up with us.")},
}
"""What may be told of oneself; only what was answered, and at most two of it."""

TALK = _("May I talk about it some time?")
ANOTHER_DAY = _("Another day is fine too.")

GREETED = {"message", "note"}
"""What begins with a greeting; a screen that is shown, or a word after class, doesn't."""

FORMAL = {"teacher", "study", "work", "doctor", "faith"}

WHAT_IF: dict[str, Words] = {
    "yes": _("Then you don't have to tell everything at once. One thing is enough. You may stop whenever you like."),
    "no": _("A no is often about the day, and not about you. You can think of a second person already."),
    "nothing": _("Silence is no answer yet. Perhaps it was not read. You may ask again, or go to somebody else."),
}


def about_me(session: Session) -> list[Words]:
    """Give what may be told of how it is for this young person."""
    found = (sentences.get(str(session.answers.get(name))) for name, sentences in ABOUT_ME.items())
    return [each for each in found if each][:MOST_ABOUT_ME]


def has_something_of_me(session: Session) -> bool:
    """Something that weighs was told."""
    return bool(about_me(session))


def can_be_named(session: Session) -> bool:
    """It is known who it is about and what is going on."""
    return whom_in_message(session) is not None and bool(going_on(session))


def written_by_hand(session: Session) -> bool:
    """The young person wrote the whole message."""
    return bool(session.answers.get("message.text"))


def drafted_by_us(session: Session) -> bool:
    """The words are made of what was told."""
    return not written_by_hand(session)


def home_in_words(session: Session, told: list[str]) -> Words:
    """Tell that it is hard at home; with whom, if that is one person and is not told besides."""
    who = None if "what" in told else whom_in_message(session)
    if who and session.answers.get("home.who") in {"brother", "sister"}:
        return _("A lot at home turns around {who}.", who=who)
    return _("Things are not going well with {who}.", who=who) if who else _("It is hard at home now.")


def what_in_words(session: Session) -> Words | None:
    """Tell what is going on: the first thing that was ticked."""
    who = whom_in_message(session)
    return Text(going_on(session)[0].told.msgid, {"who": who}) if who and going_on(session) else None


def hope_in_words(session: Session) -> Words | None:
    """Tell what would be good."""
    hope = session.answers.get("trusted.hope")
    if not hope:
        return None
    return ASKED.get(hope) or _("What would be good: {hope}.", hope=Typed(in_mid_sentence(str(hope))))


def asks_itself(session: Session) -> bool:
    """The words ask already: to come by, or for a talk just now."""
    return session.answers.get("trusted.hope") == "be_there" or session.answers.get("message.how") == "after"


def greeting(session: Session) -> Words | None:
    """Greet as one does: an aunt otherwise than a doctor."""
    if session.answers.get("message.how", "message") not in GREETED:
        return None
    return _("Hello,") if session.answers.get("trusted.who") in FORMAL else _("Hi,")


def draft(session: Session) -> Words:
    """Write the words to the grown-up; what somebody wrote whole stays as it is."""
    if own := session.answers.get("message.text"):
        return Typed(str(own))
    told = session.answers.get("message.tell") or ["home"]
    opening = FORMS.get(str(session.answers.get("message.how")), FORMS["message"])[1]
    pieces = (
        opening,
        home_in_words(session, told) if "home" in told else None,
        what_in_words(session) if "what" in told else None,
        *(about_me(session) if "me" in told else ()),
        None if asks_itself(session) else TALK,
        hope_in_words(session),
        ANOTHER_DAY,
    )
    return lines(greeting(session), Joined(tuple(each for each in pieces if each is not None), " "))


def show_draft(session: Session) -> list[Effect]:
    """Show the words as they would be told."""
    return [OfferDraft(draft(session))]


def how_to_use(session: Session) -> Words:
    """Say what can be done with the words above."""
    return FORMS.get(str(session.answers.get("message.how")), FORMS["message"])[2]


def keep_decision(session: Session, answer: Any) -> None:
    """Note what becomes of the words; ours take the place of own ones only when asked for, and those are kept."""
    if answer == "ours" and (own := session.answers.pop("message.text", None)):
        session.notes.append(str(own))
    if answer is not None:
        session.answers["message.draft"] = answer


def left(_session: Session, answer: Any) -> Words | None:
    """Not now is a good answer."""
    return _("Not now. That is fine. The words stay here for you.") if answer == "not_now" else None


def what_if(session: Session, answer: Any) -> Words | None:
    """Say what one can do with an answer; a child hears with a no who else is there."""
    said = WHAT_IF.get(str(answer))
    if answer == "no" and session.child and said:
        line = Fact("talk_line", about(session))
        return paragraphs(said, _("And there is always: {line}.", line=line))
    return said


MESSAGE = chapter(
    "message",
    _("Your words"),
    Question(
        "tell",
        lambda session: _(
            "What may {adult} know? Tap what fits, then Done. The rest you just don't tell.",
            adult=adult_in_words(session),
        ),
        options=(
            Option("talk", _("Only that I want to talk")),
            Option("home", _("That it is hard at home")),
            Option("what", _("What is going on"), only=can_be_named),
            Option("me", _("How I am doing"), only=has_something_of_me),
        ),
        many=True,
    ),
    Question(
        "how",
        _("How would you tell it? Choose what is easiest for you."),
        options=tuple(Option(code, label) for code, (label, _opening, _use) in FORMS.items()),
        columns=2,
        then="draft",
    ),
    Question(
        "draft",
        how_to_use,
        options=(
            Option("good", _("This is good"), then="what_if"),
            Option("text", _("Write it myself"), then="text"),
            Option("other_way", _("In another way"), then="how", only=drafted_by_us),
            Option("ours", _("Use your words again"), then="draft", only=written_by_hand),
            Option("not_now", _("Not now"), then="support.place"),
        ),
        columns=2,
        opening=show_draft,
        keep=keep_decision,
        reply=left,
        then="what_if",
        skip_to="support.place",
    ),
    Question(
        "text",
        _("Type it as you want to say it. I change nothing in it."),
        typed=True,
        read=lambda _session, text: text.strip()[:MAX_OWN_TEXT] or None,
        keep=lambda session, text: session.answers.update({"message.text": text}) if text else None,
        then="draft",
    ),
    Question(
        "what_if",
        _("You choose the moment. Would you like to see what you can do when an answer comes?"),
        options=(
            Option("yes", _("If it is yes")),
            Option("no", _("If it is no")),
            Option("nothing", _("If nothing comes")),
            Option("go_on", _("Go on"), then="support.place"),
        ),
        columns=2,
        reply=what_if,
        then="what_if",
        skip_to="support.place",
    ),
    side_steps=("text",),
)
