"""What people can see of the talk: every label on a button, to check and to review."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.book import CHAPTERS
from dialogues.chapters.ask import field_options
from dialogues.draft import LONG_LABEL, OFTEN, UNTIL_LABEL, WHEN_LABEL
from dialogues.session import Session
from dialogues.tasks import TASKS
from dialogues.turn import LABELS
from dialogues.words import Text, Words


def labels() -> Iterator[Text]:
    """Give every label of a button that is translated."""
    for words in _all_labels():
        if isinstance(words, Text):
            yield words


def _all_labels() -> Iterator[Words]:
    session = Session("welcome.language")
    for chapter in CHAPTERS:
        for question in chapter.questions:
            options = question.options(session) if callable(question.options) else question.options
            yield from (option.label for option in options)
    for labels_of_field in (WHEN_LABEL, OFTEN, LONG_LABEL, UNTIL_LABEL):
        yield from (option.label for option in field_options(labels_of_field))
    yield from (task.label for task in TASKS)
    yield from LABELS.values()
