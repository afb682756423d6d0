"""The words of the page of a support centre: for staff, by a short name for the templates."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.cards import GREETING
from dialogues.languages import LANGUAGES
from dialogues.words import Typed, Words, _

WORDS: Mapping[str, Words] = {
    "desk": _("Page of the support centre"),
    "overview": _("Overview"),
    "entries": _("Entries"),
    "report": _("Report"),
    "posters": _("Posters"),
    "try": _("Try it out"),
    "history": _("History"),
    "language": _("Language"),
    "centre": _("Support centre"),
    "show": _("Show"),
    "sign_out": _("Close this page"),
    "sign_out_why": _("You need a new link to open it again."),
    "come_in": _("Open the page"),
    "come_in_why": _("This link works once. After that the page stays open in this browser."),
    "shut": _("This page is closed here"),
    "shut_why": _("The link was used before, is too old, or was taken back. Ask your operator for a new link."),
    "not_allowed": _("With your link you can look at this, but not change it."),
    "not_there": _("This entry is no longer there."),
    "look_at": _("What needs a look"),
    "nothing_to_do": _("Nothing needs a look now."),
    "lacking": _("What is missing"),
    "lacking_why": _("For these kinds of help there is no entry yet. Your operator can add one with the sheet."),
    "lacking_none": _("For every kind of help there is an entry."),
    "kind": _("Kind of help"),
    "municipalities": _("Municipality"),
    "checked_today": _("Checked today"),
    "edit": _("Change"),
    "own_entries": _("Your own entries"),
    "other_entries": _("Other entries in your area"),
    "entries_none": _("There are no entries yet."),
    "save": _("Save"),
    "save_checked": _("Save, and checked today"),
    "preview": _("See it as a carer does"),
    "preview_this": _("As a carer sees it"),
    "adult": _("Adult"),
    "young": _("Young"),
    "tone": _("Tone"),
    "saved": _("Saved. Carers see it within a minute."),
    "undone": _("Taken back."),
    "moved_on": _("Somebody else has changed this entry since. Look at it again first."),
    "moved_on_typed": _(
        "Somebody else has changed this entry meanwhile. What you typed still stands here. Save again to keep it."
    ),
    "wrong": _("Some of this can't be used yet. Nothing is lost: look at the fields that are marked."),
    "wrong_here": _("This can't be used yet."),
    "month": _("Month"),
    "as_csv": _("Save as a table (CSV)"),
    "to_print": _("Save as a page to print"),
    "posters_why": _("Posters, cards and pictures with your own code. Scan one yourself before you print."),
    "no_bot": _("The name of the bot is not known here. Ask your operator to set VRAAGKRACHT_BOT."),
    "all_languages": _("All languages"),
    "shape_a4": _("Poster (A4)"),
    "shape_a6": _("Card (A6)"),
    "shape_social": _("Picture"),
    "try_why": _(
        "You see the talk as a carer does who comes by your link. It is not counted. Half an hour after your "
        "last answer it is gone."
    ),
    "begin": _("Begin"),
    "trying": _("Trying out: this is not counted and not kept."),
    "trying_stop": _("Stop trying"),
    "history_none": _("Nothing was changed here yet."),
    "undo": _("Undo"),
    "empty": _("(empty)"),
    "trouble": _("That did not work. Wait a moment, and try again."),
    "too_much": _("Very many people come from your network now. Try again in a few minutes."),
}

FIELDS: Mapping[str, Words] = {
    "name": _("Name"),
    "application_process": _("First step"),
    "expect": _("What to expect"),
    "phones": _("Phone"),
    "url": _("Website"),
    "schedules": _("Opening hours"),
    "languages": _("Languages"),
    "location": _("Address"),
    "fees_description": _("Costs"),
    "wait_time": _("Waiting time"),
    "alert": _("Take note"),
    "status": _("Open or closed"),
    "keeper": _("Support centre"),
    "areas": _("Municipalities"),
    **{f"{GREETING}{code}": _("Greeting ({language})", language=Typed(name)) for code, name in LANGUAGES.items()},
    "assured_date": _("Checked on"),
    "assurer_email": _("Checked by"),
}

LINE, TEXT = 160, 600
LENGTH: Mapping[str, int] = {
    "name": 120,
    **dict.fromkeys(("expect", "location", "wait_time", "alert", "url"), LINE),
    **dict.fromkeys(("application_process", "fees_description"), TEXT),
    **{f"{GREETING}{code}": TEXT for code in LANGUAGES},
}
LONG = frozenset(name for name, most in LENGTH.items() if most == TEXT)

EXAMPLES: Mapping[str, Words] = {
    "phones": _(
        "Such as {example}, with / between several. A phone number or a website has to be there.",
        example=Typed("036 000 00 00"),
    ),
    "url": _("The whole address, such as {example}.", example=Typed("https://www.example.org")),
    "schedules": _("Such as {example}.", example=Typed("ma-do 09:00-17:00; vr 09:00-12:00")),
    "languages": _("Codes with commas, such as {example}.", example=Typed("nl, tr")),
    "areas": _("With commas, such as {example}.", example=Typed("Almere, Lelystad")),
}
"""What helps to fill in a field."""

MENDS: Mapping[str, Words] = {
    **{name: _("At most {most} characters.", most=str(most)) for name, most in LENGTH.items()},
    **EXAMPLES,
}
"""What stands beside a field when it is not right."""

STATUS: Mapping[str, Words] = {
    "active": _("Open"),
    "temporarily closed": _("Closed for a while"),
    "defunct": _("Closed for good"),
}
ROLES: Mapping[str, Words] = {"see": _("can look"), "edit": _("can change"), "operator": _("operator")}
