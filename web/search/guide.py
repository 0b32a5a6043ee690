"""Guided search: the questions, one a page, whose answers are the fields of a search."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import url_for

from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.places import Place
from directory.geography import Gazetteer
from index.request import BadSearch, typed
from web.search.choices import Choice
from web.search.forms import PERSON_FIELDS, SearchForm
from web.search.near_place import kept_place, place_typed
from web.search.needs import NEEDS
from web.search.person import WHO_FOR

SOMETHING_ELSE = "something-else"
"""The choice of the first question that stands for what was typed beside it."""


class Kind(StrEnum):
    """How a field is answered."""

    RADIOS = "radios"
    BOXES = "boxes"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose, and what it takes in."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the search, named as the search names it. ``legend`` is said where a question has several."""

    name: str
    kind: Kind
    options: tuple[Option, ...] = ()
    legend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One page of the guide."""

    step: str
    title: str
    hint: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> frozenset[str]:
        """The fields it asks for."""
        return frozenset(field.name for field in self.fields)


def _known(name: str) -> tuple[Option, ...]:
    """The answers that the search form offers under ``name``, without the one that says nothing."""
    [field] = (one for one in (*WHO_FOR.lists, *WHO_FOR.boxes) if one.name == name)
    return tuple(Option(value=value, label=label) for value, label in field.options if value)


QUESTIONS = (
    Question(
        step="need",
        title=say("What would help?"),
        hint=say("Choose one. You can look for something else later."),
        fields=(
            Field(
                name="q",
                kind=Kind.RADIOS,
                options=(
                    *(Option(value=need.q, label=need.title, hint=need.examples) for need in NEEDS),
                    Option(value=SOMETHING_ELSE, label=say("Something else")),
                ),
            ),
        ),
    ),
    Question(
        step="where",
        title=say("Where should it be near?"),
        hint=say("A postcode, or a town. Of a postcode we use the first part only, such as NE28 9."),
        fields=(Field(name="near", kind=Kind.TEXT),),
    ),
    Question(
        step="age",
        title=say("How old is the person it is for?"),
        hint=say("Some groups take people of certain ages only."),
        fields=(
            Field(
                name="age",
                kind=Kind.RADIOS,
                options=(
                    Option(value="0-10", label=say("10 or younger")),
                    Option(value="11-17", label=say("11 to 17")),
                    Option(value="18-25", label=say("18 to 25")),
                    Option(value="26-49", label=say("26 to 49")),
                    Option(value="50-64", label=say("50 to 64")),
                    Option(value="65+", label=say("65 or older")),
                ),
            ),
        ),
    ),
    Question(
        step="gender",
        title=say("Is it for a woman, a man or a non-binary person?"),
        hint=say("Answer only if you want to. Some groups are for women only, or for men only."),
        fields=(Field(name="gender", kind=Kind.RADIOS, options=_known("gender")),),
    ),
    Question(
        step="access",
        title=say("What must be there?"),
        hint=say("Choose all that are needed. Few groups tell us all of this, so we say what to ask them."),
        fields=(Field(name="needs", kind=Kind.BOXES, options=_known("needs")),),
    ),
    Question(
        step="language",
        title=say("Which language is best?"),
        hint=say("Leave this empty if it is English. Write it in English, such as Polish or Urdu."),
        fields=(Field(name="speaks", kind=Kind.TEXT),),
    ),
    Question(
        step="when",
        title=say("Which days and times suit?"),
        hint=say("Choose all that suit, or none if any will do."),
        fields=(
            Field(name="on", kind=Kind.BOXES, options=_known("on"), legend=say("Days")),
            Field(name="at", kind=Kind.BOXES, options=_known("at"), legend=say("Times")),
        ),
    ),
    Question(
        step="cost",
        title=say("Must it be free?"),
        hint=say("Many groups are free or ask for a pound or two."),
        fields=(
            Field(
                name="free",
                kind=Kind.RADIOS,
                options=(
                    Option(value="yes", label=say("Yes, it must be free")),
                    Option(value="no", label=say("No, it may cost something")),
                ),
            ),
        ),
    ),
)
FIRST = QUESTIONS[0].step


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """One question as it is drawn. ``carried`` are the answers to the others, ``other`` what was typed as something
    else, and ``places`` lead on from a place that might have been meant."""

    question: Question
    form: SearchForm
    number: int
    last: int
    other: str
    carried: tuple[tuple[str, str], ...]
    back: str | None
    skip: str
    results: str
    error: BadSearch | None
    places: tuple[Choice, ...]

    @property
    def fault(self) -> str:
        """What is wrong with the answer."""
        return self.error.sentence if self.error else ""

    def is_chosen(self, field: Field, option: Option) -> bool:
        """Whether this answer was given before."""
        if field.name in PERSON_FIELDS:
            return self.form.is_saying(field.name, option.value)
        return option.value == (SOMETHING_ELSE if self.other or self.error else self.form.q)

    def typed(self, field: Field) -> str:
        """What the box of this field holds."""
        return self.form.typed(field.name) if field.name in PERSON_FIELDS else self.form.near


def question_of(step: str) -> Question:
    """The question at ``step``; raise `NotFound` where there is none."""
    for question in QUESTIONS:
        if question.step == step:
            return question
    raise NotFound(say("There is no such question."))


def answered(question: Question, form: SearchForm, other: str, gazetteer: Gazetteer) -> SearchForm:
    """The search with the answer that was sent; raise `BadSearch` where it cannot be used."""
    form.checked()
    if "q" in question.names and form.q in ("", SOMETHING_ELSE):
        text = typed("q", other)
        if form.q and not text:
            raise BadSearch("q", say("Say in a few words what would help, or choose one of the others."))
        return form.but(q=text)
    if "near" in question.names:
        place_typed("near", form.near, gazetteer)
        form = form.but(near=kept_place(form.near))
    for text in form.profile.speaks:
        typed("speaks", text)
    return form


def guide_page(question: Question, form: SearchForm, other: str = "", error: BadSearch | None = None) -> GuidePage:
    """The page of ``question``, with the answers so far."""
    number = QUESTIONS.index(question) + 1
    others = _without(form, question)
    is_listed = not form.q or any(option.value == form.q for option in QUESTIONS[0].fields[0].options)
    return GuidePage(
        question=question,
        form=form,
        number=number,
        last=len(QUESTIONS),
        other=other if is_listed else form.q,
        carried=tuple(_pairs(others)),
        back=address_of(QUESTIONS[number - 2], form) if number > 1 else None,
        skip=after(question, others),
        results=others.address(),
        error=error,
        places=tuple(_meant(place, question, form) for place in error.alternatives) if error else (),
    )


def after(question: Question, form: SearchForm) -> str:
    """The address to go on to: of the next question, or of the results."""
    number = QUESTIONS.index(question) + 1
    return address_of(QUESTIONS[number], form) if number < len(QUESTIONS) else form.address()


def address_of(question: Question, form: SearchForm) -> str:
    """The address of a question with the answers so far."""
    asked: dict[str, Any] = form.parameters()
    return url_for("guide.ask", step=question.step, **asked)


def _meant(place: Place, question: Question, form: SearchForm) -> Choice:
    return Choice(label=place.label, address=after(question, form.but(near=place.label)))


def _without(form: SearchForm, question: Question) -> SearchForm:
    """The search without what ``question`` asks for."""
    blank = SearchForm()
    for name in question.names:
        is_of_person = name in PERSON_FIELDS
        form = form.saying(**{name: getattr(blank.profile, name)}) if is_of_person else form.but(**{name: ""})
    return form


def _pairs(form: SearchForm) -> Iterator[tuple[str, str]]:
    for name, value in form.parameters().items():
        yield from ((name, one) for one in ([value] if isinstance(value, str) else value))
