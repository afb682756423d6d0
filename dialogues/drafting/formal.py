"""The same questions for somebody one is polite with: whole sentences, since politeness bends verbs."""

from __future__ import annotations

from dialogues.words import Text, _

FORMAL: dict[str, Text] = {
    "sit": _("Would you be willing to keep {name} company {when}?"),
    "call": _("Would you be willing to give {name} a call {when}?"),
    "listen": _("Would you have time for me {when}? I would like to talk for a bit."),
    "night": _("Would you be willing to stay with {name} {when}?"),
    "groceries": _("Would you be willing to do some shopping for us {when}?"),
    "cooking": _("Would you be willing to cook a bit extra for us {when}?"),
    "cleaning": _("Would you be willing to help me clean and tidy up {when}?"),
    "laundry": _("Would you be willing to do some laundry for us {when}?"),
    "appointment": _("Would you be willing to come along to the doctor with {name} {when}? To listen and remember."),
    "ride": _("Would you be willing to give {name} a lift {when}?"),
    "outing": _("Would you be willing to go out for a walk with {name} {when}?"),
    "letters": _("Would you be willing to look through some letters and forms with me {when}?"),
    "arranging": _("Would you be willing to make some phone calls for us {when}, to arrange things?"),
    "money": _("Would you be willing to look at our bills and money matters with me {when}?"),
    "repairs": _("Would you be willing to help with some odd jobs in or around the house {when}?"),
    "pet": _("Would you be willing to walk the dog for us {when}?"),
    "children": _("Would you be willing to look after the children {when}?"),
    "washing": _("Would you be willing to help {name} with washing and dressing {when}?"),
    "eating": _("Would you be willing to help {name} with eating {when}?"),
    "bed": _("Would you be willing to help {name} to bed {when}?"),
    "medicine": _("Would you be willing to see to it that {name} takes the medicine {when}?"),
    "pharmacy": _("Would you be willing to pick something up from the pharmacy for us {when}?"),
    "wounds": _("Would you be willing to help with looking after a wound of {name} {when}?"),
}
"""For each task, by its code."""

FREE_FORMAL = _("I would like to put something to you: {task}. Would that be possible {when}?")
