"""A dozen everyday needs in plain words, each with the search it stands for, in the same order for everybody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need as a person would say it; ``picture`` names its drawing and ``q`` is the search it leads to."""

    picture: str
    title: str
    examples: str
    q: str


NEEDS = (
    Need(picture="lonely", title="Feeling lonely", examples="Company, clubs, someone to visit", q="befriending"),
    Need(picture="money", title="Money and bills", examples="Debt, benefits, gas and electric", q="debt advice"),
    Need(picture="food", title="Food", examples="Food banks, cheap meals", q="food bank"),
    Need(picture="home", title="A place to live", examples="Rent, repairs, nowhere to stay", q="housing"),
    Need(picture="low", title="Feeling low or worried", examples="Someone to talk to, calm spaces", q="mental health"),
    Need(picture="out", title="Getting about", examples="Lifts, buses, help with shopping", q="transport"),
    Need(picture="carer", title="Looking after someone", examples="A break, advice, other carers", q="carers"),
    Need(picture="grief", title="Someone has died", examples="Grief support, practical help", q="bereavement"),
    Need(picture="active", title="Getting active", examples="Walks, gentle exercise, gardening", q="exercise"),
    Need(
        picture="drink",
        title="Drink, drugs or gambling",
        examples="Cutting down, staying off",
        q="drugs alcohol gambling",
    ),
    Need(picture="work", title="Work and learning", examples="Jobs, English, computers", q="learning"),
    Need(picture="family", title="Babies and families", examples="Playgroups, parents, young people", q="families"),
)
