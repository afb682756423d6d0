"""Changing entries at the desk: only what is one's own, only what is right, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.directory.services import Directory
from bot.store import Store
from tests.colleague import ENTRIES, Comes
from tests.visitor import Clock

OWN = "entry?kind=steunpunt&id=voorbeeld"
KOFFIE = "entry?kind=service&id=koffie"
SCRIPT = "<script>alert(1)</script>\"'{{7*7}}"


def listed(store: Store) -> Directory:
    return Directory.of(store.listed())


def test_what_is_changed_is_what_carers_see(comes: Comes, store: Store) -> None:
    someone = comes()
    form = someone.form(OWN)
    changed = {
        "phones": "036 111 11 11 / 14 036",
        "schedules": "ma,wo 09:30-12:00",
        "application_process": "Bel en vraag naar Anna.",
        "expect": "Een half uur, met koffie.",
        "greeting-en": "Good that you are here.",
    }
    someone.post("entry", form | changed)
    assert "Saved." in someone.page
    known = listed(store).steunpunten["voorbeeld"]
    assert [each.number for each in known.phones] == ["036 111 11 11", "14 036"]
    assert known.schedules[0].byday == "MO,WE"
    assert known.greeting == {"nl": "Fijn dat u kijkt.", "en": "Good that you are here."}
    assert (known.application_process, known.expect) == ("Bel en vraag naar Anna.", "Een half uur, met koffie.")
    assert known.assured_date == date(2026, 11, 1)
    assert known.municipalities == ("GM0034",)


def test_what_a_form_has_no_field_for_stays_as_it_was(comes: Comes, store: Store) -> None:
    someone = comes()
    someone.post("entry", someone.form(KOFFIE) | {"wait_time": "Twee weken"})
    (stored,) = [each for each in store.listed().services if each["id"] == "koffie"]
    known = listed(store).services["koffie"]
    assert known.wait_time == "Twee weken"
    assert known.organization.description == "Een huis"
    assert known.phones[0].description == "balie"
    assert known.assured_date == date(2026, 11, 1)
    assert stored["attributes"] == ENTRIES["koffie"]["attributes"]


WRONG = {
    "name": "x",
    "phones": "bel gerust",
    "url": "www.example.org",
    "schedules": "altijd",
    "languages": "Nederlands",
    "expect": "x" * 161,
    "greeting-nl": "x" * 601,
}


@pytest.mark.parametrize("field", WRONG)
def test_what_is_not_right_is_told_beside_its_field_and_nothing_is_lost(
    comes: Comes, store: Store, field: str
) -> None:
    someone = comes()
    before = store.listed()
    form = someone.form(OWN) | {field: WRONG[field], "application_process": "Bel Anna."}
    answer = someone.post("entry", form)
    assert answer.status_code == 422
    assert f'id="{field}-wrong"' in answer.text
    assert answer.text.count("This can&#39;t be used yet.") == 1
    assert WRONG[field] in answer.text
    assert "Bel Anna." in answer.text
    assert store.listed() == before


def test_everything_that_is_not_right_is_told_at_once(comes: Comes) -> None:
    someone = comes()
    page = someone.post("entry", someone.form(OWN) | WRONG).text
    assert page.count('aria-invalid="true"') == len(WRONG)


def test_an_entry_that_nobody_could_reach_is_refused(comes: Comes, store: Store) -> None:
    someone = comes()
    answer = someone.post("entry", someone.form(OWN) | {"phones": "", "url": ""})
    assert 'id="phones-wrong"' in answer.text
    assert listed(store).steunpunten["voorbeeld"].phones


def test_a_preview_changes_nothing_and_shows_it_in_the_language_and_tone(comes: Comes, store: Store) -> None:
    someone, before = comes(), store.listed()
    form = someone.form(OWN) | {"greeting-nl": "Kom gerust langs.", "expect": "Koffie."}
    page = someone.post("entry", form | {"preview": "1", "in": "nl", "tone": ""}).text
    pane = page[page.index('class="talkpane"') :]
    assert "Kom gerust langs." in pane
    assert "Zij lezen niet wat u schrijft." in pane
    assert "Koffie." in pane
    assert "Kom gerust langs.</textarea>" in page
    young = someone.post("entry", form | {"preview": "1", "in": "nl", "tone": "young"}).text
    assert "Zij lezen niet wat je schrijft." in young
    assert store.listed() == before


def test_checked_today_takes_one_tap(comes: Comes, store: Store, clock: Clock) -> None:
    someone = comes()
    someone.open("entries")
    someone.post("checked", {"kind": "service", "id": "koffie", "to": "entries"})
    assert "Saved." in someone.page
    known = listed(store).services["koffie"]
    assert (known.assured_date, known.assurer_email) == (clock().date(), "Anna")


@pytest.mark.parametrize(
    ("who", "which", "may"),
    [
        ("see voorbeeld", {"kind": "steunpunt", "id": "voorbeeld"}, 403),
        ("see voorbeeld", {"kind": "service", "id": "koffie"}, 403),
        ("edit voorbeeld", {"kind": "service", "id": "koffie"}, 200),
        ("edit voorbeeld", {"kind": "service", "id": "wandelen"}, 403),
        ("edit voorbeeld", {"kind": "service", "id": "elders"}, 404),
        ("edit voorbeeld", {"kind": "steunpunt", "id": "ander"}, 404),
        ("edit ander", {"kind": "service", "id": "koffie"}, 404),
        ("edit ander", {"kind": "steunpunt", "id": "voorbeeld"}, 404),
        ("operator ander", {"kind": "service", "id": "koffie"}, 200),
        ("operator ander", {"kind": "service", "id": "wandelen"}, 200),
        ("operator ander", {"kind": "steunpunt", "id": "voorbeeld"}, 200),
    ],
)
def test_who_may_change_what(comes: Comes, store: Store, who: str, which: dict[str, str], may: int) -> None:
    someone, before = comes(*who.split()), store.listed()
    for path, more in (("checked", {}), ("entry", {"name": "Een andere naam", "checked": "1"})):
        answer = someone.post(f"{path}?at=voorbeeld", which | more)
        expected = 409 if path == "entry" and may == 200 else may  # no version came with it, so it is not saved
        assert answer.status_code == expected
    assert (store.listed() != before) == (may == 200)


def test_an_edit_link_changes_neither_whose_an_entry_is_nor_where_a_centre_works(comes: Comes, store: Store) -> None:
    someone = comes()
    someone.post("entry", someone.form(KOFFIE) | {"keeper": "ander", "kinds": "national", "areas": "Urk"})
    someone.post("entry", someone.form(OWN) | {"areas": "Urk", "keeper": "ander", "code": "anders"})
    known = listed(store)
    assert known.services["koffie"].keeper == "voorbeeld"
    assert known.services["koffie"].kinds == {"peers"}
    assert known.steunpunten["voorbeeld"].municipalities == ("GM0034",)
    assert set(known.steunpunten) == {"voorbeeld", "ander"}


def test_a_name_that_is_that_of_another_gives_no_rights(comes: Comes) -> None:
    someone = comes()
    someone.post("entry", someone.form(OWN) | {"name": "Voorbeeldhuis"})
    assert someone.post("checked", {"kind": "service", "id": "wandelen"}).status_code == 403


def test_an_operator_gives_an_entry_to_a_centre_and_moves_a_centre(comes: Comes, store: Store) -> None:
    someone = comes("operator")
    someone.post("entry", someone.form("entry?kind=service&id=wandelen") | {"keeper": "ander"})
    someone.post("entry", someone.form(OWN) | {"areas": "Almere, Urk"})
    known = listed(store)
    assert known.services["wandelen"].keeper == "ander"
    assert known.steunpunten["voorbeeld"].municipalities == ("GM0034", "GM0184")


def test_two_who_change_one_entry_do_not_overwrite_each_other(comes: Comes, store: Store) -> None:
    anna, bea = comes(label="Anna"), comes(label="Bea")
    first, second = anna.form(KOFFIE), bea.form(KOFFIE)
    anna.post("entry", first | {"wait_time": "Een week"})
    answer = bea.post("entry", second | {"wait_time": "Twee weken"})
    assert answer.status_code == 409
    assert "Somebody else has changed this entry meanwhile." in answer.text
    assert 'value="Twee weken"' in answer.text
    assert listed(store).services["koffie"].wait_time == "Een week"
    version = answer.text.partition('name="version" value="')[2].partition('"')[0]
    bea.post("entry", second | {"wait_time": "Twee weken", "version": version})
    assert listed(store).services["koffie"].wait_time == "Twee weken"


def test_history_tells_who_changed_what_and_undo_takes_it_back(comes: Comes, store: Store) -> None:
    someone, before = comes(), store.listed()
    someone.post("entry", someone.form(KOFFIE) | {"wait_time": "Een week"})
    page = someone.open("history")
    assert "Anna (can change)" in page
    assert "Waiting time" in page
    assert "Een week" in page
    number = page.partition('name="number" value="')[2].partition('"')[0]
    assert "Taken back." in someone.post("undo", {"number": number}).text
    assert store.listed() == before
    assert "changed this entry since" in someone.post("undo", {"number": number}).text


def test_a_change_that_makes_no_sense_any_more_hides_no_other(comes: Comes, store: Store, clock: Clock) -> None:
    someone = comes()
    (stored,) = [each for each in store.listed().services if each["id"] == "koffie"]
    gone = stored | {"service_areas": [{"extent": "GM9999"}]}
    store.registering().put_services({"koffie": gone}, clock())
    assert store.changes().make(("service", "koffie"), gone, stored, "operator:Bea", clock())
    someone.post("entry", someone.form(KOFFIE) | {"wait_time": "Een week"})
    page = someone.open("history")
    assert "Een week" in page
    assert "Bea" not in page
    for each in store.changes().listed([("service", "koffie")], 10):
        assert someone.post("undo", {"number": f"{each.number}"}).status_code == (200 if "Anna" in each.who else 404)


def test_an_edit_link_sees_and_undoes_nothing_of_others(comes: Comes, store: Store, clock: Clock) -> None:
    operator, someone, reader = comes("operator"), comes(), comes("see")
    operator.post("entry", operator.form("entry?kind=service&id=elders") | {"wait_time": "Geheim"})
    operator.post("entry", operator.form(OWN) | {"areas": "Almere, Urk"})
    operator.post("entry", operator.form(KOFFIE) | {"wait_time": "Een week"})
    assert "Geheim" not in someone.open("history")
    numbers = {each.identity: f"{each.number}" for each in changes(store)}
    for identity, code in (("elders", 404), ("voorbeeld", 403)):
        assert someone.post("undo", {"number": numbers[identity]}).status_code == code
    assert reader.post("undo", {"number": numbers["koffie"]}).status_code == 403
    assert someone.post("undo", {"number": numbers["koffie"]}).status_code == 200
    assert listed(store).steunpunten["voorbeeld"].municipalities == ("GM0034", "GM0184")
    assert clock() > datetime(2026, 1, 1, tzinfo=UTC)


def changes(store: Store) -> list[Any]:
    every = [("service", "elders"), ("service", "koffie"), ("steunpunt", "voorbeeld")]
    return store.changes().listed(every, 50)


def test_script_in_every_field_stays_text(comes: Comes) -> None:
    someone = comes("operator", label=SCRIPT)
    form = someone.form(KOFFIE)
    for page in (
        someone.post("entry", dict.fromkeys(form, SCRIPT) | {"kind": "service", "id": "koffie"}).text,
        someone.post("entry", form | {"wait_time": SCRIPT, "name": SCRIPT, "preview": "1"}).text,
        someone.post("entry", form | {"wait_time": SCRIPT, "name": SCRIPT}).text,
        someone.open("history"),
        someone.open("entries"),
        someone.open(f"entries?at={SCRIPT}"),
        someone.open(f"report?month={SCRIPT}"),
    ):
        assert "<script>alert" not in page
        assert "49" not in page.replace("149", "").partition("<main")[2]
