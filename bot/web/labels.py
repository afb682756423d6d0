"""What stands around the talk on a page: the page's own words, by a short name for the templates."""

from __future__ import annotations

from collections.abc import Mapping

from dialogues.turn import HELP, LABELS, MENU
from dialogues.words import Fact, Words, _

WORDS: Mapping[str, Words] = {
    "who": _("Is there someone close to you who is ill, is getting old, or needs help?"),
    "what": _(
        "Here you can talk about it, at your own pace, one short question at a time. It is a chat program: it makes "
        "no diagnosis, and writes to nobody but you."
    ),
    "no_account": _("Without an account, without your name. You can stop at any moment."),
    "operator": _("{operator} runs Vraagkracht.", operator=Fact("operator")),
    "begin": _("Begin"),
    "other_language": _("In another language"),
    "go_on": _("Go on with our talk"),
    "ended": _("Our talk has closed, because it was quiet for half an hour. You can begin anew."),
    "have_words": _("I kept a talk"),
    "people": LABELS[HELP],
    "people_why": _("These people are there for you. You need not begin here first."),
    "helplines": Fact("helplines", {"kind": "emergency suicide talk carer", "most": "1 1 2 1"}),
    "talk": _("Our talk"),
    "answers": _("Answers"),
    "ways_out": _("Other ways"),
    "type_here": _("Type your answer"),
    "send": _("Send"),
    "you": _("You:"),
    "more": _("More"),
    "menu": LABELS[MENU],
    "listen": _("Listen"),
    "language": _("Language"),
    "keep": _("Keep this talk"),
    "privacy": _("What is kept"),
    "leave": _("Leave"),
    "leave_why": _("Leave quickly: another page comes in its place"),
    "to_copy": _("Copy"),
    "copied": _("Copied"),
    "share": _("Share"),
    "draft": _("Your message"),
    "fetch": _("Save file"),
    "lost": _("There is no connection. Your answer is not lost: I try again."),
    "trouble": _("That did not work. Wait a moment, and try again."),
    "too_much": _("Very many people come from your network now. Try again in a few minutes."),
    "keep_how": _(
        "With these words you find our talk again, on any phone. Write them down or take a picture of them. Who has "
        "them can read everything."
    ),
    "keep_link": _("Or keep this link"),
    "keep_own": _("This is my own phone"),
    "keep_own_why": _("Then our talk stays open here. Who can open this phone can read it."),
    "keep_other": _("Others use it too"),
    "keep_other_why": _("Then it closes here after half an hour. You come back with words."),
    "keep_no": _("You have not said that I may keep our talk. Say so first, under “What is kept”."),
    "kept": _("Our talk is kept"),
    "back": _("Back to our talk"),
    "back_title": _("Come back to your talk"),
    "back_how": _("Type the eight words that you kept. Capitals and commas don't matter."),
    "back_words": _("Your eight words"),
    "back_wrong": _("I know no talk with these words. Look whether there are eight, and how they are written."),
    "back_gone": _("A talk that was erased, or kept long enough, can't come back."),
    "gone": Fact("farewell"),
    "not_here": _("There is nothing on this page."),
    "home": _("To the first page"),
}
