"""Hard cases by hand: the probe in the field research, the examples in issue 3, and what must not interfere."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.listening import KINDS, Signal, detect

HERE = Path(__file__).parent

PROBE_CRISIS = [
    "ik wil dood",
    "ik wil er niet meer zijn",
    "Ik maak er een eind aan",
    "ik doe mezelf wat aan",
    "ik wou dat ik niet meer wakker werd",
    "hij slaat me",
]
PROBE_ORDINARY = [
    "Ik ben opgelucht dat mijn zus komt",
    "Ik ben op zoek naar een oppas",
    "Ik kan niet meer rijden sinds mijn operatie",
    "Mijn vader wil stoppen met roken",
    "Ik ben niet suïcidaal, alleen moe",
]
ORDINARY = [
    "I don't want to die, just tired",
    "I'm not suicidal, just tired",
    "I was dying of embarrassment",
    "I do not want to live in London",
    "looking for a sitter",
    "ok",
    "Ik ben doodmoe",
    "Ik schaamde me dood",
    "Dat wachten is dodelijk vermoeiend",
    "Ik heb me doodgelachen",
    "Mijn opa is in de oorlog geslagen",
    "Gisteren zag ik een film over zelfmoord",
    "Hij heeft mij nooit geslagen",
    "Ik wil ze niet tot last zijn",
    "anders ben ik ze tot last",
    "I don't want to be a burden",
    "otherwise I'm a burden to them",
    "Bedankt voor alles!",
    "thank you for everything",
    "",
    "👍",
]


@pytest.mark.parametrize("text", PROBE_CRISIS)
def test_the_probe_is_heard(text: str) -> None:
    assert detect(text, "nl") is not None


@pytest.mark.parametrize("text", PROBE_ORDINARY + ORDINARY)
@pytest.mark.parametrize("language", ["nl", "en", ""])
def test_ordinary_sentences_raise_nothing(text: str, language: str) -> None:
    assert detect(text, language) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("everyone is better off without me", "suicide_self"),
        ("I wish I didn't wake up", "suicide_self"),
        ("mijn man zegt dat hij dood wil", "suicide_other"),
        ("mijn zoon bedreigt me", "violence"),
        ("mijn broer slaat mijn moeder", "abuse"),
        ("ik ben bang dat ik haar iets aandoe", "harming"),
        ("mijn vrouw wordt niet wakker", "emergency"),
        ("he has chest pain and can't breathe", "emergency"),
        ("mijn vader is dement en is weggelopen", "emergency"),
        ("we zijn uit huis gezet", "need"),
    ],
)
def test_each_kind_is_told_apart(text: str, kind: str) -> None:
    assert detect(text, "nl") == Signal(kind, sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "IK WIL DOOD",
        "ik wil doooood",
        "ik  wil\ndood...",
        "ik wil d\u200bood",
        "Ik. Wil. Dood.",
        "ik wil d00d",
        "kwil dood",
        "ik wil doodt",
        "ik wil 💀",
        "𝐢𝐤 𝐰𝐢𝐥 𝐝𝐨𝐨𝐝",
        "ık wıl dood",
    ],
)
def test_how_it_is_typed_makes_no_difference(text: str) -> None:
    assert detect(text, "nl") == Signal("suicide_self", sure=True)


@pytest.mark.parametrize("language", ["nl", "nl@young", "en", "uk", ""])
def test_a_crisis_is_heard_in_another_language_than_the_chosen_one(language: str) -> None:
    assert detect("ik wil dood", language) == Signal("suicide_self", sure=True)
    assert detect("I want to kill myself", language) == Signal("suicide_self", sure=True)


def test_a_denial_silences_only_what_it_denies() -> None:
    assert detect("Nee hoor, ik wil niet dood. Maar hij slaat me wel.", "nl") == Signal("violence", sure=True)
    assert detect("Ik ga niet naar de dokter, ik wil gewoon dood", "nl") == Signal("suicide_self", sure=True)
    assert detect("I'm not going to the doctor, I just want to die", "en") == Signal("suicide_self", sure=True)


def test_one_phrase_in_a_long_message_is_heard() -> None:
    before = "Vandaag heb ik gekookt en daarna de was gedaan. " * 100
    assert detect(f"{before}Ik wil niet meer leven. {before}", "nl") == Signal("suicide_self", sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben bang voor papa",
        "papa doet me pijn",
        "ik wil niet naar huis",
        "I'm scared of daddy",
        "mummy hurts me",
        "I don't want to go home",
    ],
)
def test_what_a_child_says_of_home_is_heard(text: str) -> None:
    signal = detect(text, "nl")
    assert signal
    assert signal.kind == "violence"


def test_the_most_urgent_kind_wins() -> None:
    assert detect("Hij slaat me en nu ademt hij niet meer.", "nl") == Signal("emergency", sure=True)
    assert KINDS[:3] == ("emergency", "suicide_self", "violence")


def test_doubt_asks_gently() -> None:
    assert detect("Ik zie het niet meer zitten", "nl") == Signal("suicide_self", sure=False)
    assert detect("I can't go on", "en") == Signal("suicide_self", sure=False)


@given(st.text(max_size=300), st.sampled_from(["nl", "en", "", "xx", "nl@young"]))
def test_any_text_is_fine(text: str, language: str) -> None:
    signal = detect(text, language)
    assert signal is None or signal.kind in KINDS


@given(
    st.lists(
        st.sampled_from(["ik", "wil", "niet", "dood", "he", "hit", "me", ",", ".", "💀", "zegt", "not"]), max_size=60
    )
)
def test_any_order_of_heavy_words_is_fine(words: list[str]) -> None:
    detect(" ".join(words), "nl")


@pytest.mark.parametrize(
    "piece",
    ["a", "ik wil ", "niet ", "💀", "he says ", "dooood ", "mijn moeder zegt dat ", ". ", "'", "a, b ", "hij slaat "],
)
def test_ten_thousand_characters_do_not_hang(piece: str) -> None:
    detect((piece * 10_000)[:10_000], "nl")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_phrasings_that_the_lists_were_written_with_stay_heard(language: str) -> None:
    with (HERE / f"phrasings_{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    heard = [detect(row["text"], language) is not None for row in rows if row["kind"] != "none"]
    alarms = [detect(row["text"], language) is not None for row in rows if row["kind"] == "none"]
    assert sum(heard) / len(heard) >= 0.95
    assert sum(alarms) / len(alarms) <= 0.05
