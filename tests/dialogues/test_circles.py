"""The walk through the circles: each can be left, names come by the handful, cues by two, and nobody is pushed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.words import Speaker, bare
from dialogues.effects import Ask, DrawMap, OfferDraft
from dialogues.engine import step
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Walk:
    """Somebody who walks through the talk by codes and texts."""

    def __init__(self, state: str, **more: Any) -> None:
        self.now = NOW
        self.session, self.effects = step(Session(state, **more), Started(), NOW)

    def does(self, *inputs: str) -> Walk:
        for each in inputs:
            code, typed = each.removeprefix("#"), not each.startswith("#")
            input = Said(each) if typed else Tapped(code, self.session.turn, SCHEMA)
            self.session, self.effects = step(self.session, input, self.now)
        return self

    @property
    def state(self) -> str:
        return self.session.state

    @property
    def choices(self) -> set[str]:
        return {each.code for each in self.screen.choices}

    @property
    def screen(self) -> Any:
        assert isinstance(self.effects[-1], Ask)
        return self.effects[-1].screen

    @property
    def shown(self) -> str:
        told = [each.words for each in self.effects if isinstance(each, DrawMap)]
        return "\n".join(bare(Speaker("nl", young=False).say(words)) for words in (*told, self.screen.words))

    def person(self, name: str) -> Person:
        return next(each for each in self.session.people if each.name == name)


def asked(name: str, **more: Any) -> Person:
    return Person(name, **{"relation": "friend", "circle": "friends", "asked": True, **more})


def test_the_circles_are_walked_from_near_to_far_and_each_can_be_left() -> None:
    walk = Walk("network.rather_not", people=[asked("Jan")])
    seen = []
    while walk.state != "network.map":
        seen.append(walk.state.removeprefix("network."))
        walk.does("#skip")
    assert seen[:6] == ["rather_not", "closest", "friends", "acquaintances", "theirs", "services"]
    assert len(seen) <= 8


def test_leaving_every_circle_leads_to_asking_and_not_to_another_question_for_names() -> None:
    assert Walk("network.rather_not").does("#skip", "#skip", "#skip", "#skip").state == "ask.wish"


def test_who_is_named_in_a_circle_stands_in_it() -> None:
    walk = Walk("network.closest").does("mijn zus An", "#skip", "buurman Jan", "#skip", "#nobody")
    walk.does("Carlos", "#friend", "#friends", "#skip", "de zuster", "#skip")
    stands = {each.name: (each.circle, each.whose, each.relation) for each in walk.session.people}
    assert stands == {
        "mijn zus An": ("closest", "", "sibling"),
        "buurman Jan": ("friends", "", "neighbour"),
        "Carlos": ("friends", "theirs", "friend"),
        "de zuster": ("services", "", "professional"),
    }


def test_several_names_are_asked_about_one_by_one_or_all_left_for_later() -> None:
    walk = Walk("network.closest").does("Marietje, Bob, Cas")
    assert walk.state == "network.relation"
    assert "later" in walk.choices
    walk.does("#friend", "#skip")
    assert walk.state == "network.relation"
    walk.does("#later")
    assert walk.state == "network.friends"
    assert [each.name for each in walk.session.people] == ["Marietje", "Bob", "Cas"]


def test_of_a_child_nothing_more_is_asked() -> None:
    assert Walk("network.closest").does("mijn dochter Yara (11)").state == "network.friends"


def test_a_place_asks_how_near_and_far_away_asks_what_can_be_done_from_there() -> None:
    walk = Walk("network.closest").does("mijn broer Reza in Teheran")
    assert walk.state == "network.near"
    walk.does("#far")
    assert walk.state == "network.distance"
    walk.does("#letters", "#done")
    assert walk.person("mijn broer Reza").can == ["letters"]
    assert walk.state == "network.support"


def test_who_has_nobody_gets_one_look_back_and_no_third_push() -> None:
    walk = Walk("network.closest").does("Ik heb niemand")
    assert walk.state == "network.cue_faded"
    walk.does("nee")
    assert walk.state == "network.none"
    walk.does("#who", "#later")
    assert walk.state == "rest.open"


def test_somebody_from_earlier_gets_a_hello_and_no_question() -> None:
    walk = Walk("network.closest").does("#no_more", "mijn vriendin Sanne")
    assert walk.state == "network.contact"
    walk.does("#p0", "#agreed")
    assert walk.state == "together.hello"
    assert walk.person("mijn vriendin Sanne").step == "revive"
    draft = next(each.draft for each in walk.effects if isinstance(each, OfferDraft))
    assert bare(Speaker("nl", young=False).say(draft)).startswith("Hoi Sanne,")


@pytest.mark.parametrize(("people", "leads_to"), [(4, "network.cue_tickets"), (5, "network.map")])
def test_a_small_circle_gets_cues_and_a_larger_one_does_not(people: int, leads_to: str) -> None:
    around = [asked(f"N{index}") for index in range(people)]
    assert Walk("network.services", people=around).does("#nobody").state == leads_to


def test_who_comes_for_work_is_not_counted_among_them() -> None:
    around = [*(asked(f"N{index}") for index in range(4)), asked("Els", relation="professional")]
    assert Walk("network.services", people=around).does("#nobody").state == "network.cue_tickets"


def test_cues_come_by_two_and_each_only_once() -> None:
    walk, seen = Walk("network.map", people=[asked("Jan")]), []
    while "think" in walk.choices:
        walk.does("#think")
        round_of = []
        while walk.state != "network.map":
            round_of.append(walk.state)
            walk.does("#nobody")
        assert 1 <= len(round_of) <= 2
        seen += round_of
    assert len(seen) == len(set(seen)) == 7


def test_enough_is_enough_at_any_cue() -> None:
    walk = Walk("network.map", people=[asked("Jan")]).does("#think", "#enough")
    assert walk.state == "network.map"
    assert walk.does("#go_on").state != "network.cue_round"


def test_a_map_that_becomes_a_burden_is_put_aside() -> None:
    walk = Walk("network.friends", people=[asked("Jan")]).does("ik krijg stress van dat invullen")
    assert walk.state == "network.put_aside"
    walk.does("de buurvrouw")
    assert walk.state == "ask.wish"
    assert walk.person("de buurvrouw").asked


@pytest.mark.parametrize(
    "text",
    ["verder niemand", "niks", "nee hoor", "nobody else", "dat is alles", "klaar", "ik heb verder niemand nodig"],
)
def test_saying_that_there_is_nobody_else_is_no_name(text: str) -> None:
    walk = Walk("network.friends", people=[asked("Jan")]).does(text)
    assert [each.name for each in walk.session.people] == ["Jan"]
    assert walk.state != "network.friends"


def test_a_child_who_knows_nobody_gets_two_cues_and_no_third() -> None:
    walk = Walk("network.name", answers={"welcome.age": "under16"}).does("#nobody", "#nobody", "#nobody")
    assert walk.state == "network.none"


def test_a_child_walks_no_circles() -> None:
    walk = Walk("network.rather_not", answers={"welcome.age": "under16"}).does("#no_one")
    assert walk.state == "network.name"
    walk.does("mijn tante", "#yes", "#friends", "#skip")
    assert walk.state == "network.more"
    walk.does("#enough")
    assert not {"tell", "think", "contact"} & walk.choices


DETAILS = {
    "line": ("#tense", "tense"),
    "energy": ("#costs", "costs"),
    "circle": ("#acquaintances", "acquaintances"),
    "near": ("#street", "street"),
    "often": ("#weekly", "weekly"),
    "gives": ("#them", "them"),
    "loaded": ("#yes", True),
    "knows": ("#some", "some"),
    "whose": ("#theirs", "theirs"),
    "relation": ("#colleague", "colleague"),
    "grown_up": ("#no", False),
    "helps": ("de was, de hond", ["de was", "de hond"]),
    "nickname": ("Jantje", "Jantje"),
}
FIELDS = {"grown_up": "adult", "nickname": "name"}
ON_SECOND_PAGE = {"often", "gives", "can", "loaded", "knows", "whose", "relation", "grown_up", "nickname"}


@pytest.mark.parametrize("detail", DETAILS)
def test_every_detail_is_two_taps_from_the_card_and_back_on_it(detail: str) -> None:
    walk = Walk("network.map", people=[asked("An"), asked("Jan")]).does("#tell", "#p1")
    page = ["#more_details"] if detail in ON_SECOND_PAGE else []
    answer, kept = DETAILS[detail]
    walk.does(*page, f"#{detail}", answer)
    assert walk.state == "network.card"
    assert getattr(walk.session.people[1], FIELDS.get(detail, detail)) == kept
    assert walk.session.people[0] == asked("An")


@pytest.mark.parametrize("detail", [*DETAILS, "support", "can"])
def test_leaving_a_detail_changes_nothing(detail: str) -> None:
    before = asked("Jan", support=["P"], can=["along"], line="good")
    walk = Walk("network.map", people=[before]).does("#tell", "#p0")
    walk.does(*(["#more_details"] if detail in ON_SECOND_PAGE else []), f"#{detail}", "#skip")
    assert walk.state == "network.card"
    assert walk.session.people == [before]


def test_what_was_ticked_before_is_ticked_again() -> None:
    walk = Walk("network.map", people=[asked("Jan", support=["P", "E"])]).does("#tell", "#p0", "#support")
    assert walk.screen.chosen == {"P", "E"}


def test_another_name_goes_into_the_messages_as_well() -> None:
    walk = Walk("network.map", people=[asked("Jan"), asked("An")], asks=[AskPlan(Wish("sit"), "Jan")])
    walk.does("#tell", "#p0", "#more_details", "#nickname", "Jantje")
    assert walk.session.asks[0].helper == "Jantje"
    walk.does("#more_details", "#nickname", "An")
    assert [each.name for each in walk.session.people] == ["Jantje", "An"]


def test_who_is_left_out_can_be_put_back_and_a_removed_name_is_undone() -> None:
    walk = Walk("network.map", people=[asked("Jan"), asked("An")]).does("#tell", "#p0", "#rather_not")
    assert "Jan" not in walk.shown
    walk.does("#out", "#r0")
    assert "Jan" in walk.shown
    walk.does("#remove", "#p1")
    assert "An" not in walk.shown
    walk.does("#back", "#back")
    assert "An" in walk.shown


def test_a_new_name_is_not_mistaken_for_the_person_on_the_card() -> None:
    walk = Walk("network.map", people=[asked("Jan")]).does(
        "#tell", "#p0", "#menu", "#people", "#add", "Noor", "#sibling"
    )
    assert walk.person("Jan").relation == "friend"
    assert walk.person("Noor").relation == "sibling"


def test_weeks_later_it_tells_what_changed() -> None:
    walk = Walk("network.map", people=[asked("Jan"), asked("An")]).does("#go_on")
    walk.now += timedelta(days=2)
    walk.session.state = "network.map"
    assert "changes" not in walk.does("#menu", "#people").choices
    walk.now += timedelta(days=20)
    walk.does("#add", "Noor", "#colleague", "#acquaintances", "#skip")
    walk.does("#tell", "#p0", "#circle", "#closest", "#helps", "de tuin", "#ready", "#remove", "#p1", "#changes")
    assert walk.state == "network.changed"
    for told in ("3 weken", "Nieuw: Noor", "meer bij: An", "Jan staat nu dichter", "Jan helpt nu met: de tuin"):
        assert told in walk.shown


def test_the_same_map_is_fine_too() -> None:
    walk = Walk("network.map", people=[asked("Jan")]).does("#go_on")
    walk.now += timedelta(days=8)
    assert "niets veranderd" in walk.does("#menu", "#people", "#changes").shown


def test_practical_things_are_asked_of_who_gives_other_things_already() -> None:
    around = [asked(name, support=["E"]) for name in ("Bo", "Tijn", "Iris")]
    walk = Walk("network.seen", people=around).does("#practical", "#cooking", "#groceries", "#pet", "#done")
    assert walk.state == "ask.wish"
    assert walk.session.answers["wish.household"] == ["cooking", "groceries"]


@pytest.mark.parametrize(
    "state",
    ["together.update_ready", "together.invitation", "together.pass_on", "together.hello", "together.talk_out"],
)
def test_no_words_are_put_ready_for_others_while_it_is_not_safe(state: str) -> None:
    walk = Walk(state, violence=True)
    assert walk.state == "paused.asking"
    assert not any(isinstance(each, OfferDraft) for each in walk.effects)


def test_one_message_to_all_then_one_who_passes_it_on_then_small_tasks() -> None:
    around = [asked("An", circle="closest"), asked("Bo", loaded=True), asked("Cas", energy="costs"), asked("Dee")]
    walk = Walk("together.weighs", people=around).does("#news", "Het gaat redelijk met Ria.")
    draft = next(each.draft for each in walk.effects if isinstance(each, OfferDraft))
    assert "Het gaat redelijk met Ria." in Speaker("nl", young=False).say(draft)
    walk.does("#one_voice")
    assert [bare(Speaker("nl", young=False).say(each.label)) for each in walk.screen.choices] == ["An", "Dee"]
    assert walk.does("#p0", "#go_on").state == "together.tasks"


@pytest.mark.parametrize(
    ("people", "answers", "offered"),
    [
        ([asked("An", relation="sibling"), asked("Bo", relation="parent")], {"wish.own": "x"}, {"family", "plan"}),
        ([asked("An", relation="sibling")], {"wish.own": "x"}, {"plan"}),
        ([asked("An", relation="sibling"), asked("Bo", relation="parent")], {}, {"family"}),
        (
            [asked("An", relation="sibling"), asked("Bo", relation="parent", line="conflict")],
            {"wish.own": "x"},
            set(),
        ),
        ([asked("An")], {"wish.own": "x", "reluctance.barriers": ["shame"]}, set()),
    ],
)
def test_talks_with_many_fit_where_neither_conflict_nor_shame_rules(
    people: list[Person], answers: dict[str, Any], offered: set[str]
) -> None:
    assert {"family", "plan"} & Walk("together.form", people=people, answers=answers).choices == offered


def test_a_step_that_was_agreed_to_is_begun_at_once() -> None:
    around = [asked("Jan", line="tense"), asked("An", support=["P"])]
    talk = Walk("network.map", people=around).does("#contact", "#p0", "#agreed")
    assert talk.state == "together.talk_out"
    assert Walk("network.map", people=around).does("#contact", "#p1", "#agreed").state == "ask.wish"
    other = Walk("network.map", people=around).does("#contact", "#p0", "#other", "#keep_up", "#agreed")
    assert (other.state, other.person("Jan").step) == ("network.map", "keep_up")


def test_talking_it_out_is_not_offered_while_it_is_not_safe() -> None:
    walk = Walk("network.map", people=[asked("Jan", line="tense")], violence=True).does("#contact", "#p0", "#other")
    assert "unblock" not in walk.choices
