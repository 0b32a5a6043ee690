"""A dozen everyday needs in plain words, each with the search it stands for, in the same order for everybody."""

from dataclasses import dataclass

from directory.domain.messages import Message, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need as a person would say it; ``picture`` names its drawing and ``q`` is the search it leads to."""

    picture: str
    title: Message
    examples: Message
    q: str


NEEDS = (
    Need(
        picture="lonely", title=say("Feeling lonely"), examples=say("Company, clubs, someone to visit"), q="befriending"
    ),
    Need(
        picture="money", title=say("Money and bills"), examples=say("Debt, benefits, gas and electric"), q="debt advice"
    ),
    Need(picture="food", title=say("Food"), examples=say("Food banks, cheap meals"), q="food bank"),
    Need(picture="home", title=say("A place to live"), examples=say("Rent, repairs, nowhere to stay"), q="housing"),
    Need(
        picture="low",
        title=say("Feeling low or worried"),
        examples=say("Someone to talk to, calm spaces"),
        q="mental health",
    ),
    Need(picture="out", title=say("Getting about"), examples=say("Lifts, buses, help with shopping"), q="transport"),
    Need(
        picture="carer", title=say("Looking after someone"), examples=say("A break, advice, other carers"), q="carers"
    ),
    Need(
        picture="grief", title=say("Someone has died"), examples=say("Grief support, practical help"), q="bereavement"
    ),
    Need(
        picture="active", title=say("Getting active"), examples=say("Walks, gentle exercise, gardening"), q="exercise"
    ),
    Need(
        picture="drink",
        title=say("Drink, drugs or gambling"),
        examples=say("Cutting down, staying off"),
        q="drugs alcohol gambling",
    ),
    Need(picture="work", title=say("Work and learning"), examples=say("Jobs, English, computers"), q="learning"),
    Need(
        picture="family",
        title=say("Babies and families"),
        examples=say("Playgroups, parents, young people"),
        q="families",
    ),
)
