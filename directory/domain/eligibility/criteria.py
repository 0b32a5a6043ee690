"""Criteria: what a service says of whom it takes, each with how strongly, on whose word, and in which words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """What of a person, or of coming, a criterion is about. `Criterion.values` holds, for

    - ``age``: nothing; `Criterion.ages` has the ranges;
    - ``gender``: ``women`` or ``men``, with ``non-binary`` beside them where the wording includes it;
    - ``residency``: areas, each a kind and a code with a colon between (see `AreaKind`);
    - ``condition``: words for the condition, as in ``dementia``;
    - ``carer``: nothing: the service is for, welcomes or excludes people who look after somebody;
    - ``language``: names in English, as in ``Polish``: the languages it is given in;
    - ``referral``: the ways in that it has, out of `Route`;
    - ``cost``: one of `Cost`; `Criterion.amount` in pounds where it is stated;
    - ``access``: out of `Access`: what the place has (`Test.ACCEPTS`) or lacks (`Test.EXCLUDES`);
    - ``document``: what to bring, in words.
    """

    AGE = "age"
    GENDER = "gender"
    RESIDENCY = "residency"
    CONDITION = "condition"
    CARER = "carer"
    LANGUAGE = "language"
    REFERRAL = "referral"
    COST = "cost"
    ACCESS = "access"
    DOCUMENT = "document"


class Test(StrEnum):
    """How the values of a criterion bear on a person."""

    NEEDS = "needs"
    """Only people who have one of the values."""

    ACCEPTS = "accepts"
    """People who have one of the values may come; nothing follows for others."""

    EXCLUDES = "excludes"
    """No people who have one of the values; of access, the place lacks the values."""

    OPEN = "open"
    """Anybody, as far as this field goes: "all ages", "no referral needed", "everyone welcome"."""


class Strength(StrEnum):
    """How much depends on it. Only "must" can turn anybody away."""

    MUST = "must"
    PREFERS = "prefers"
    WELCOMES = "welcomes"


class SaidBy(StrEnum):
    """On whose word a criterion stands, the strongest first: a weaker word on the same field is not heard beside it."""

    OWNER = "owner"
    FEED = "feed"
    TEXT = "description"


class AreaKind(StrEnum):
    """The kinds of area a residency may name; the code after the colon is, for

    ``authority`` a GSS code, ``postcode`` an outcode, a sector or the letters of an area, ``nation`` a nation's name,
    ``uk`` nothing, ``practice``, ``pcn`` and ``icb`` an ODS code, ``polygon`` a GeoJSON geometry, and ``words`` the
    name of a place that nobody could resolve.
    """

    AUTHORITY = "authority"
    POSTCODE = "postcode"
    NATION = "nation"
    UK = "uk"
    PRACTICE = "practice"
    PCN = "pcn"
    ICB = "icb"
    POLYGON = "polygon"
    WORDS = "words"


class Route(StrEnum):
    """Ways in to a service."""

    SELF = "self"
    PROFESSIONAL = "professional"
    GP = "gp"
    NONE = "none"
    """No referral is needed: come along."""


class Cost(StrEnum):
    """What it costs to take part."""

    FREE = "free"
    PAID = "paid"
    DONATION = "donation"
    CONCESSION = "concession"
    """Paid, with a lower price for some."""


class Access(StrEnum):
    """What helps people to take part."""

    WHEELCHAIR = "wheelchair"
    STEP_FREE = "step_free"
    HEARING_LOOP = "hearing_loop"
    BSL = "bsl"
    ACCESSIBLE_TOILET = "accessible_toilet"
    DEMENTIA_FRIENDLY = "dementia_friendly"
    AUTISM_FRIENDLY = "autism_friendly"


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in whole years, both ends within; None is open. "Over 50" is from 50, and "under 25" is up to 24."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing a service says of whom it takes. ``span`` is its wording where it was read from a text, word for word;
    ``note`` is what goes with it, such as "first session free"."""

    field: Field
    test: Test
    values: tuple[str, ...] = ()
    ages: tuple[AgeRange, ...] = ()
    amount: float | None = None
    strength: Strength = Strength.MUST
    said_by: SaidBy = SaidBy.FEED
    span: str | None = None
    note: str | None = None
    on: date | None = None
