"""What it costs to take part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.wording.cost import FIRST_FREE_NOTE, cost_in


@pytest.mark.parametrize(
    ("text", "cost", "amount"),
    [
        ("A free lunch club", "free", None),
        ("Sessions are free of charge", "free", None),
        ("All classes are free.", "free", None),
        ("No charge for members", "free", None),
        ("Free for everybody", "free", None),
        ("Free, friendly and confidential advice", "free", None),
        ("Suggested donation £2", "donation", None),
        ("Come along; £2.50 donation", "donation", 2.5),
        ("Free, but donations are welcome", "donation", None),
        ("Pay what you can", "donation", None),
        ("Donation if you can", "donation", None),
        ("A small contribution is asked", "donation", None),
        ("Care at an economic price", "paid", None),
        ("Affordable pre-school education", "paid", None),
        ("Bursaries for those who cannot afford the fees", "paid", None),
        ("£3 per session", "paid", 3),
        ("£4.50", "paid", 4.5),
        ("It is 50p each", "paid", 0.5),
        ("There is a small charge", "paid", None),
        ("An annual subscription is payable; tea is free", "paid", None),
        ("Free for members, £3 for visitors", "paid", 3),
        ("£5 a class, £3 concessions", "concession", 5),
        ("Affordable counselling", "paid", None),
        ("The first session is free", "paid", None),
    ],
)
def test_costs_are_found(text: str, cost: str, amount: float | None) -> None:
    criterion = cost_in(text)
    assert criterion is not None
    assert criterion.values == (cost,)
    assert criterion.amount == amount
    assert criterion.span
    assert criterion.span in text


@pytest.mark.parametrize(
    "text",
    [
        "Carers free",
        "Bible literature, sent out free of charge",
        "The Stay Free Programme",
        "We make a small contribution to costs",
        "Carers go free",
        "Free parking",
        "Free refreshments are served",
        "Free tea and coffee",
        "The Free Church of Hillside",
        "Free from drugs",
        "A smoke-free hall",
        "A drug free club",
        "In your free time",
        "Free of all duties",
        "Helping people to be set free",
        "Free school meals campaign",
        "Grants of £500 to schools",
        "We awarded £250 for books",
        "Income of £50 million",
        "A donation was made to another charity.",
        "Makes donations to charities",
        "We pay for repairs",
    ],
)
def test_what_is_no_cost_of_taking_part_is_not_read(text: str) -> None:
    assert cost_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hall hire £15 per hour",
        "Room hire: £15 per hour",
        "You could win £50 and more",
        "There is step free access",
        "A step free entrance and workshop",
        "Feel free to call us",
        "Feel free to come to any class",
        "Free up your day",
        "Free your mind with music",
        "Lactose free food",
        "If you are free, come along",
        "This group is not free of charge",
        "The sessions aren't free for visitors",
        "There are no free sessions",
        "We cannot offer free transport",
        "Free lunch is not available",
        "Free lessons aren’t offered",
        "Volunteers get free training",
        "We give our volunteers free training",
        "Free training for all volunteers",
        "Why not? 24 places",
    ],
)
def test_other_money_and_other_freedom_are_no_cost_of_taking_part(text: str) -> None:
    assert cost_in(text) is None


@pytest.mark.parametrize(
    ("text", "cost", "amount"),
    [
        ("Need to talk? 24/7 helpline, free of charge.", "free", None),
        ("Hall hire £15 per hour. The choir is free.", "free", None),
        ("Our volunteers offer free legal advice", "free", None),
        ("Not for profit, free advice", "free", None),
        ("Step free access. Free for everybody", "free", None),
        ("The class is £5 to cover room hire", "paid", 5),
        ("It is not free, £2 per session", "paid", 2),
        ("There is no charge", "free", None),
    ],
)
def test_a_cost_beside_other_money_is_found(text: str, cost: str, amount: float | None) -> None:
    test_costs_are_found(text, cost, amount)


def test_a_free_first_session_is_noted_beside_the_price() -> None:
    criterion = cost_in("£4 a week, first session free")
    assert criterion is not None
    assert (criterion.values, criterion.amount, criterion.note) == (("paid",), 4, FIRST_FREE_NOTE)


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    cost_in(text)
