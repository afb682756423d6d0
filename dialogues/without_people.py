"""What may help that is not a person: a device, a service, or letting a task go.

A device may be the answer instead of a person (source 004, lines 1309-1310). Kinds of help are named, never
a shop or a firm; who knows what there is nearby are the municipality and the steunpunt.
"""

from __future__ import annotations

from dialogues.session import Wish
from dialogues.words import Words, _

MEALS = _("Meals brought to the door, or a ready meal from the shop on hard days.")
DELIVERY = _("Have the shopping brought, with the same list each week.")
TRANSPORT = _("Transport by taxi bus: the municipality or the health insurer knows which one fits.")
DISTRICT_NURSE = _(
    "The district nurse (wijkverpleegkundige): your huisarts can ask for it, or you can call yourself."
)
LESS = _("Do it less often, or not as well. Most of it can wait a week.")
DISPENSER = _("A pill dispenser that gives a signal, or medicine packed per moment by the pharmacy.")
ALARM = _("A personal alarm, a sensor in the house, or a light that goes on by itself at night.")

SUGGESTIONS: dict[str, tuple[Words, ...]] = {
    "sit": (_("Day activities or a meeting place, some hours a week."), ALARM),
    "call": (_("A fixed video call on a tablet, at the same time each day."), _("A telephone circle of volunteers.")),
    "listen": (_("A group of others who care, or one of the lines behind “Talk to someone”."),),
    "night": (ALARM, _("Respite care: somebody stays at night, or he or she stays elsewhere for a few nights.")),
    "groceries": (DELIVERY, _("Shop once in two weeks instead of every day.")),
    "cooking": (MEALS, _("Cook once for three days; bread in the evening is fine too.")),
    "cleaning": (_("A robot vacuum cleaner."), _("Help in the house through the municipality (Wmo)."), LESS),
    "laundry": (_("A laundry service that fetches and brings."), _("A dryer, and leave the ironing."), LESS),
    "appointment": (
        _("Ask whether it can be by phone or video."),
        _("Ask whether the talk may be recorded, so that you can listen again at home."),
    ),
    "ride": (TRANSPORT, _("Ask for appointments on one day, or close to home.")),
    "outing": (_("A walking frame with a seat, a duo bicycle or a wheelchair on loan."), TRANSPORT),
    "letters": (
        _("An hour for forms in the library or the community centre (spreekuur)."),
        _("Direct debit for what comes back every month."),
    ),
    "money": (
        _("An hour for forms in the library or the community centre (spreekuur)."),
        _("Direct debit for what comes back every month."),
    ),
    "arranging": (
        _("A mantelzorgmakelaar or client adviser, who arranges things for you; your insurer may pay it."),
        _("One fixed contact who calls all the others: ask for it."),
    ),
    "repairs": (_("A handyman service for older people, often through welfare work."), LESS),
    "pet": (_("A dog walking service."), _("A foundation whose volunteers walk pets of people who can't.")),
    "children": (
        _("An extra day of day care or after-school care for a while."),
        _("Playing at a friend's house, fixed, one afternoon."),
    ),
    "washing": (
        DISTRICT_NURSE,
        _("A shower seat and grab rails."),
        _("Not every day a whole wash: a face cloth is enough at times."),
    ),
    "eating": (_("Cutlery with thick handles, a plate with a rim."), MEALS),
    "bed": (_("A high-low bed or a bed lever, on loan."), DISTRICT_NURSE),
    "medicine": (DISPENSER, DISTRICT_NURSE),
    "pharmacy": (_("Have medicine brought, or fetch it at a locker."), DISPENSER),
    "wounds": (DISTRICT_NURSE,),
}
"""For each task, by its code."""

FOR_ANY = (
    _("Is there a device that does it? Or a service you can order?"),
    _("Can it be done less often, later, or not at all?"),
)
"""For a wish in the carer's own words: questions, since we don't know."""


def suggestions(wish: Wish) -> tuple[Words, ...]:
    """Give what may help with a wish and is not a person."""
    return SUGGESTIONS.get(wish.task, FOR_ANY)
