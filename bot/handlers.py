"""What is done for each effect: one handler for each class, no more and no less."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import agenda, export, page, take_along
from bot.pictures.telling import map_told, strain_told
from bot.scene import Appointment, Scene
from bot.voice.wording import same_for_all, spoken
from bot.words import bare
from dialogues import effects
from dialogues.chapters import crisis
from dialogues.words import Typed, _

DAYTIME, AFTER_SCHOOL = time(10), time(16)
"""When a reminder comes: after breakfast, or for young people when school is out."""

CRISIS_ANSWERS = {"crisis.now", "crisis.gentle"}
"""The screens that answer to words of danger; which danger is counted, and nothing else of it."""


def say(scene: Scene, effect: effects.Say) -> None:
    """Show a message."""
    scene.stage.say(scene.speaker.say(effect.words))


def ask(scene: Scene, effect: effects.Ask) -> None:
    """Put a question."""
    scene.stage.ask(effect.screen)
    if effect.screen.state in CRISIS_ANSWERS:
        scene.crises.append(crisis.kind(scene.session))


def redraw(scene: Scene, effect: effects.Redraw) -> None:
    """Show the ticks as they are."""
    scene.stage.redraw(effect.screen)


def toast(scene: Scene, effect: effects.Toast) -> None:
    """Nod to a tap."""
    scene.stage.toast(scene.speaker.say(effect.words))


def answered(scene: Scene, effect: effects.Answered) -> None:
    """Show which choice was made."""
    scene.stage.answered(scene.speaker.say(effect.label))


def offer_draft(scene: Scene, effect: effects.OfferDraft) -> None:
    """Show a draft that the person can share, in the reader's language."""
    scene.stage.offer(scene.speaker.in_language(effect.language).say(effect.draft))


def send_page(scene: Scene, effect: effects.SendPage) -> None:
    """Send a page to print."""
    speaker = scene.speaker.in_language(effect.language)
    suffix = f"-{effect.language}" if effect.language else ""
    scene.stage.document(f"{effect.name}{suffix}.html", page.page(speaker, effect.title, effect.sections))


def send_event(scene: Scene, effect: effects.SendEvent) -> None:
    """Send an agreed moment for the person's own calendar."""
    title = bare(scene.speaker.say(effect.title))
    scene.stage.document("vraagkracht.ics", agenda.ics(effect, title, scene.zone, scene.now))


def remind(scene: Scene, effect: effects.Remind) -> None:
    """Note the moment to come back, in the daytime where the person lives."""
    day = date.fromisoformat(effect.on) if effect.on else today(scene) + timedelta(days=effect.days)
    if day <= today(scene):
        return
    scene.appointments.append(
        Appointment(effect.reminder, effect.ask, in_daytime(day, scene.zone, young=scene.session.young))
    )


def in_daytime(day: date, zone: ZoneInfo, *, young: bool = False) -> datetime:
    """Give the moment on a day at which people may be reminded."""
    return datetime.combine(day, AFTER_SCHOOL if young else DAYTIME, zone)


def forget_reminders(scene: Scene, _effect: effects.ForgetReminders) -> None:
    """Let go of every agreed moment."""
    scene.reminders_forgotten = True
    scene.appointments.clear()


def find_place(scene: Scene, effect: effects.FindPlace) -> None:
    """Look the place up as soon as this step is done."""
    scene.looking_for = effect.query


def find_services(scene: Scene, effect: effects.FindServices) -> None:
    """Look up what fits as soon as this step is done."""
    scene.searching = effect


def count_service(scene: Scene, effect: effects.CountService) -> None:
    """Let it count for the service, without who."""
    scene.counted.append((effect.what, effect.service))


def send_take_along(scene: Scene, _effect: effects.SendTakeAlong) -> None:
    """Send the page to take along."""
    scene.stage.document("vraagkracht-ondersteuning.html", take_along.page(scene.session, scene.speaker))


def send_export(scene: Scene, _effect: effects.SendExport) -> None:
    """Send everything that is kept, to read and to take along."""
    scene.stage.document("vraagkracht.html", export.readable(scene.session, scene.speaker, today(scene)))
    scene.stage.document("vraagkracht.json", export.complete(scene.session))


def draw_map(scene: Scene, effect: effects.DrawMap) -> None:
    """Show the people around somebody as a picture, with the same in words."""
    told = map_told(effect, scene.speaker, today(scene))
    scene.stage.picture(told.to_json(), told.title, told.telling)


def draw_strain(scene: Scene, effect: effects.DrawStrain) -> None:
    """Show where it weighs as a picture, with the same in words."""
    told = strain_told(effect, scene.speaker, today(scene))
    scene.stage.picture(told.to_json(), told.title, told.telling)


def today(scene: Scene) -> date:
    """Give the day that it is where the person lives."""
    return scene.now.astimezone(scene.zone).date()


def read_aloud(scene: Scene, effect: effects.ReadAloud) -> None:
    """Let it be heard, where there is a voice for the language; the choices come after the words."""
    say = scene.speaker.say
    if scene.speaker.language not in scene.voices:
        return
    choices = Typed("; ".join(map(say, effect.choices)))
    parts = (effect.words, _("You can choose: {choices}", choices=choices)) if effect.choices else (effect.words,)
    told = {
        "text": "\n".join(spoken(say(each)) for each in parts),
        "language": scene.speaker.language,
        "shared": all(map(same_for_all, (effect.words, *effect.choices))),
    }
    scene.stage.read_aloud(
        told, say(_("I can't read that aloud now. It stands here in writing.")) if effect.asked else ""
    )


def hide(scene: Scene, _effect: effects.Hide) -> None:
    """Take the last messages off the screen."""
    scene.stage.hide()


def forget(scene: Scene, _effect: effects.Forget) -> None:
    """Erase the conversation in this transaction."""
    scene.forgotten = True


HANDLERS: dict[type, Callable[[Scene, Any], None]] = {
    effects.Say: say,
    effects.Ask: ask,
    effects.Redraw: redraw,
    effects.Toast: toast,
    effects.Answered: answered,
    effects.OfferDraft: offer_draft,
    effects.SendPage: send_page,
    effects.SendEvent: send_event,
    effects.Remind: remind,
    effects.ForgetReminders: forget_reminders,
    effects.FindPlace: find_place,
    effects.FindServices: find_services,
    effects.CountService: count_service,
    effects.SendTakeAlong: send_take_along,
    effects.SendExport: send_export,
    effects.DrawMap: draw_map,
    effects.DrawStrain: draw_strain,
    effects.ReadAloud: read_aloud,
    effects.Hide: hide,
    effects.Forget: forget,
}
