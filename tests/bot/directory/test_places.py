"""Places: what people type leads to the right municipality, or to an honest nothing."""

from __future__ import annotations

import pytest

from bot.directory import shelf
from bot.directory.gazetteer import gazetteer
from bot.directory.places import find_places


def names(query: str) -> list[str]:
    return [place.name for place in find_places(query)]


def codes(query: str) -> list[str]:
    return [place.code for place in find_places(query)]


def test_every_dutch_postcode_leads_to_its_municipality() -> None:
    rows = shelf.rows("nl_postcodes.csv")
    assert len(rows) == 4068
    assert [row for row in rows if row["code"] not in codes(row["postcode"])] == []


def test_every_dutch_postcode_with_letters_leads_to_its_municipality_alone() -> None:
    rows = shelf.rows("nl_postcodes.csv")
    assert [row for row in rows if codes(f"{row['postcode']} AB") != [row["code"]]] == []


def test_every_belgian_postcode_leads_to_its_municipality() -> None:
    rows = shelf.rows("be_postcodes.csv")
    assert [row for row in rows if row["code"] not in codes(f"B-{row['postcode']}")] == []
    assert [row for row in rows if row["code"] not in codes(row["postcode"])] == []


def test_every_dutch_place_leads_to_its_municipality() -> None:
    rows = shelf.rows("nl_places.csv")
    assert len(rows) == 2501
    assert [row for row in rows if row["code"] not in codes(row["place"])] == []


def test_every_dutch_place_in_lower_case_without_marks_leads_to_its_municipality() -> None:
    plain = str.maketrans({"'": "", "-": " "})
    rows = shelf.rows("nl_places.csv")
    assert [row for row in rows if row["code"] not in codes(row["place"].lower().translate(plain))] == []


def test_every_municipality_is_found_by_its_own_name_first() -> None:
    every = gazetteer().municipalities.values()
    missed = [each for each in every if each.code not in codes(each.name)[:2]]
    assert missed == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("3511 AB", ["Utrecht"]),
        ("3511ab", ["Utrecht"]),
        ("  3511  AB  ", ["Utrecht"]),
        ("NL-1315", ["Almere"]),
        ("1315 HR 1, Almere", ["Almere"]),
        ("postcode 1315", ["Almere"]),
        ("B-9000", ["Gent"]),
        ("BE 9000", ["Gent"]),
        ("be9000", ["Gent"]),
        ("9000 Gent", ["Gent"]),
        ("3511 in Utrecht", ["Utrecht"]),
        ("۱۳۱۵", ["Almere"]),
        ("١٣١٥ AB", ["Almere"]),
    ],
)
def test_a_postcode_is_read_as_people_write_it(query: str, expected: list[str]) -> None:
    assert names(query) == expected


@pytest.mark.parametrize("query", ["3511", "۳۵۱۱", "postcode 3511"])
def test_digits_that_are_a_postcode_in_both_countries_give_both(query: str) -> None:
    assert {place.country for place in find_places(query)} == {"NL", "BE"}


def test_a_belgian_postcode_over_two_municipalities_gives_both() -> None:
    assert names("1040") == ["Brussel", "Etterbeek"]


@pytest.mark.parametrize("query", ["B-1315", "3500 AB", "0000", "12345", "0612345678", "36 jaar"])
def test_digits_that_are_no_known_postcode_give_nothing(query: str) -> None:
    assert find_places(query) == ()


@pytest.mark.parametrize("query", ["sinds 2019", "ik zorg sinds 2019 voor mijn man", "1500 euro"])
def test_a_year_or_a_sum_of_money_is_no_postcode(query: str) -> None:
    assert find_places(query) == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("’S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'s Gravenhage", "Den Haag"),
        ("den haag", "Den Haag"),
        ("denhaag", "Den Haag"),
        ("den bosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("ljouwert", "Leeuwarden"),
        ("Snits", "Súdwest-Fryslân"),
        ("ter apel", "Westerwolde"),
        ("St. Willebrord", "Rucphen"),
        ("sint annaparochie", "Waadhoeke"),
        ("Capelle a/d IJssel", "Capelle aan den IJssel"),
        ("alphen aan de rijn", "Alphen aan den Rijn"),
        ("Haren GN", "Groningen"),
        ("Merelbeke", "Merelbeke-Melle"),
        ("Bruxelles", "Brussel"),
        ("أمستردام", "Amsterdam"),
        ("Роттердам", "Rotterdam"),
        ("أعيش في أمستردام", "Amsterdam"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(query: str, expected: str) -> None:
    assert names(query) == [expected]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Hengelo", {"Hengelo", "Bronckhorst"}),
        ("Bergen", {"Bergen (L)", "Bergen (NH)", "Bergen op Zoom"}),
        ("Rijswijk", {"Rijswijk", "Altena", "Buren"}),
        ("Laren", {"Laren", "Lochem"}),
        ("Beek", {"Beek", "Berg en Dal", "Montferland"}),
        ("Loo", {"Duiven", "Lingewaard"}),
        ("Vinkel", {"'s-Hertogenbosch", "Bernheze"}),
        ("Haren", {"Groningen", "Oss"}),
        ("Deurne", {"Deurne", "Antwerpen"}),
        ("Zwijndrecht", {"Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"}),
        ("Baarle", {"Baarle-Nassau", "Baarle-Hertog"}),
    ],
)
def test_a_name_that_exists_more_than_once_gives_all_of_them(query: str, expected: set[str]) -> None:
    assert set(names(query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Hengelo (Gld)", "Bronckhorst"),
        ("Hengelo Gelderland", "Bronckhorst"),
        ("hengelo overijssel", "Hengelo"),
        ("Hengelo (O.)", "Hengelo"),
        ("Bergen (NH)", "Bergen (NH)"),
        ("Bergen L", "Bergen (L)"),
        ("Well, Limburg", "Bergen (L)"),
        ("Nes Ameland", "Ameland"),
        ("Haren Groningen", "Groningen"),
        ("Zwijndrecht België", "Beveren-Kruibeke-Zwijndrecht"),
        ("Rijswijk in Zuid-Holland", "Rijswijk"),
        ("Loo bij Duiven", "Duiven"),
    ],
)
def test_a_province_country_or_municipality_behind_the_name_settles_it(query: str, expected: str) -> None:
    assert names(query) == [expected]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ik woon in Almere", ["Almere"]),
        ("in Gent", ["Gent"]),
        ("ik woon in Ede", ["Ede"]),
        ("Ik woon in best", ["Best"]),
        ("ik woon in de bilt met mijn man", ["De Bilt"]),
        ("gemeente Utrecht", ["Utrecht"]),
        ("ik woon met mijn moeder in Gent en werk in Leuven", ["Gent", "Leuven"]),
        ("Gent'te oturuyorum", ["Gent"]),
        ("mieszkam w Amsterdamie", ["Amsterdam"]),
        ("we wonen al jaren heel fijn in Huizen", ["Huizen"]),
    ],
)
def test_a_name_is_found_in_the_text_around_it(query: str, expected: list[str]) -> None:
    assert names(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "ik",
        "en",
        "over",
        "in",
        "de",
        "ik woon in een huis",
        "mijn buren helpen mij heel goed",
        "alles is best hier hoor",
        "ik vind het echt zwaar",
        "weet ik niet",
        "liever niet",
        "geen idee",
        "overslaan",
        "helpen",
        "overleden",
        "mijn man slaat mij",
        "niet in nederland",
        "it goes well",
        "Duitsland",
        "Brabant",
        "Gelderland",
    ],
)
def test_ordinary_words_are_no_places(query: str) -> None:
    assert find_places(query) == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [("Een", "Noordenveld"), ("Echt", "Echt-Susteren"), ("best", "Best"), ("Epe", "Epe")],
)
def test_a_short_or_ordinary_name_counts_as_the_whole_answer(query: str, expected: str) -> None:
    assert names(query) == [expected]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Amsterdm", "Amsterdam"),
        ("utrect", "Utrecht"),
        ("rotterdan", "Rotterdam"),
        ("Zwole", "Zwolle"),
        ("ik woon in Appeldoorn", "Apeldoorn"),
        ("Leeuwaarden", "Leeuwarden"),
        ("Antwerpn", "Antwerpen"),
        ("'s-hertogenbos", "'s-Hertogenbosch"),
    ],
)
def test_a_small_typo_is_forgiven(query: str, expected: str) -> None:
    assert names(query) == [expected]


def test_a_typo_that_is_close_to_several_names_gives_them_all() -> None:
    assert names("mechlen") == ["Mechelen", "Gulpen-Wittem"]


def test_a_right_name_is_never_taken_for_a_typo() -> None:
    assert names("Echten") == ["De Fryske Marren", "De Wolden"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "x" * 5000,
        "ik woon in Almere " * 300,
        "🏠🏠🏠",
        "'; DROP TABLE places; --",
        "\x00\ufffd\u202e",
        "%s%n{0}[](",
        "²³½①",
        "\n\t",
        "a " * 190,
        "in " * 130,
        "e" * 400,
    ],
)
def test_nonsense_gives_nothing(query: str) -> None:
    assert find_places(query) == ()


def test_there_are_never_more_than_six() -> None:
    assert len(find_places("Amsterdam Rotterdam Utrecht Eindhoven Groningen Tilburg Almere Breda")) == 6


@pytest.mark.parametrize("query", ["Hengelo", "3511", "Bergen", "mechlen"])
def test_the_same_question_gives_the_same_order(query: str) -> None:
    assert find_places(query) == find_places(query)


def test_the_municipality_itself_comes_before_places_in_others() -> None:
    assert names("Rijswijk")[0] == "Rijswijk"


def test_a_place_says_its_country_and_province() -> None:
    (place,) = find_places("B-9000")
    assert (place.code, place.country, place.province) == ("44021", "BE", "Oost-Vlaanderen")
