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
    ],
)
def test_groups_are_tagged(name: str, text: str, tags: tuple[str, ...]) -> None:
    assert audience_in(name, text) == tags


def test_tags_are_known_and_in_order() -> None:
    tags = audience_in("", "veterans, students, toddlers, families, refugees")
    assert list(tags) == [tag for tag in AUDIENCES if tag in tags]
    assert len(tags) == 5
