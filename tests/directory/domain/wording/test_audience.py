"""The groups that descriptions speak of."""

import pytest

from directory.domain.wording.audience import AUDIENCES, audience_in


@pytest.mark.parametrize(
    ("name", "text", "tags"),
    [
        ("Tiny Tots", "Play for toddlers and their parents", ("toddlers", "parents")),
        ("Youth Club", "For teenagers", ("young people",)),
        ("Friends", "Lunch for pensioners and their carers", ("older people", "carers")),
        ("Hillside Women's Group", "Crafts", ("women",)),
        ("Hillside Choir", "Men and women sing together", ()),
        ("Pride", "LGBTQ+ people and refugees", ("lgbt", "refugees")),
        ("Vets", "Ex-servicemen and homeless families", ("families", "veterans", "homeless")),
        ("Talk", "University students", ("students",)),
        ("Wards", "Visits to hospital patients", ("patients",)),
        ("Unity", "Somali and other ethnic communities", ("ethnic communities",)),
        ("Aid", "Relief of those in need by reason of age, ill-health, disability or other disadvantage", ()),
        ("Skills", "People with learning disabilities", ("disabled people", "learning disability")),
        ("Garden", "Growing vegetables together", ()),
        ("Grants", "Gifts to charities chosen by the pupils", ()),
        ("Hillside Choir", "For families. Carers are welcome too.", ("families", "carers")),
        (
            "Hillside Church",
            "We teach the faith, and meet on Sunday mornings to worship, to read and to pray with one another, as we "
            "have for years. There are activities for young people.",
            (),
        ),
        ("Hillside Church School", "Education of boys and girls", ("children",)),
        ("Hillside School", "Educating children and supporting every one of its students", ("children",)),
        ("Refuge", "Safety for women and their children", ("women",)),
        ("Hillside Women and Girls Centre", "Support for women and girls", ("women",)),
        ("History", "Family history and the lives of soldiers", ()),
        ("Hall", "A stage that is large. It is run by a team who at times see young people", ()),
        ("Old Tune", "The songs the very first and second and third and fourth and fifth lot men wrote", ()),
        ("Housing", "Our aim: older people live well", ("older people",)),
        ("Housing", "Homes. The large old stone house near woods has room, elderly and all", ()),
        ("Autism North", "Support for autistic people", ("disabled people",)),
        ("Hospice", "Care for people with a terminal illness", ("patients",)),
        ("Fund", "Grants to those under the age of 25", ("young people",)),
    ],
)
def test_groups_are_tagged(name: str, text: str, tags: tuple[str, ...]) -> None:
    assert audience_in(name, text) == tags


def test_a_body_with_a_long_list_of_groups_is_for_everybody() -> None:
    everybody = "Help for families, students, refugees, veterans, the homeless, children and the elderly."
    assert audience_in("Foundation", everybody) == ()
    assert audience_in("Youth Foundation", everybody) == ("young people",)


def test_tags_are_known_and_in_order() -> None:
    tags = audience_in("", "veterans, students, toddlers, families, refugees")
    assert list(tags) == [tag for tag in AUDIENCES if tag in tags]
    assert len(tags) == 5
