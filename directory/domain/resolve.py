"""Choosing, field by field, the published value among what several sources say of one record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.domain.names import normalise_name
from directory.domain.sources import Authority

UNITED = ("identifiers", "alternate_names", "attributes")
"""Fields that are the union of what all sources say: one source's silence does not contradict another."""

TOGETHER: tuple[tuple[str, ...], ...] = (
    ("addresses", "latitude", "longitude"),
    ("minimum_age", "maximum_age"),
    ("status", "paused_until"),
)
"""Fields that only mean something as one source put them: address lines of two sources are never mixed."""

_GROUP_OF = {field: group for group in TOGETHER for field in group}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one observation says of a record: its stated fields as plain JSON values, and what its word is worth."""

    observation_id: int
    authority: Authority
    is_live: bool
    verified_on: date | None
    fields: Mapping[str, Any]

    @property
    def _preference(self) -> tuple[bool, int, int, int]:
        # Owner before moderator before feed before crawl; then who checked last; then who spoke last.
        verified = self.verified_on.toordinal() if self.verified_on else 0
        return (not self.is_live, self.authority.rank, -verified, -self.observation_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The published fields of a record, and for each the observations its value came from.

    ``claims`` are all the observations that were heard, the preferred first, whether or not a field of theirs won.
    ``is_live`` is whether any source still has the record.
    """

    fields: dict[str, Any]
    winners: dict[str, list[int]]
    claims: list[int]
    is_live: bool


def resolve(claims: Sequence[Claim]) -> Resolved:
    """Choose among ``claims`` by authority and newest verification; the result does not depend on their order.

    A record that only vanished sources spoke of is resolved from them; beside a live source they are not heard.
    A name that lost becomes an alternate name. One source that calls a place confidential makes it so, even after it
    fell silent.
    """
    ranked = sorted(claims, key=lambda claim: claim._preference)
    heard = [claim for claim in ranked if claim.is_live] or ranked
    fields: dict[str, Any] = {}
    winners: dict[str, list[int]] = {}
    for claim in heard:
        for field in claim.fields:
            if field in fields:
                continue
            if field in UNITED:
                fields[field], winners[field] = _united(heard, field)
            else:
                group = [name for name in _GROUP_OF.get(field, (field,)) if name in claim.fields]
                if not any(name in fields for name in _GROUP_OF.get(field, ())):
                    fields.update({name: claim.fields[name] for name in group})
                    winners.update({name: [claim.observation_id] for name in group})
    _keep_lost_names(heard, fields, winners)
    _keep_confidence(ranked, fields, winners)
    return Resolved(
        fields=fields,
        winners=winners,
        claims=[claim.observation_id for claim in heard],
        is_live=heard[0].is_live,
    )


def _united(claims: Sequence[Claim], field: str) -> tuple[list[Any], list[int]]:
    values: list[Any] = []
    from_: list[int] = []
    for claim in claims:
        said = claim.fields.get(field, ())
        values.extend(value for value in said if value not in values)
        if said:
            from_.append(claim.observation_id)
    return values, from_


def _keep_lost_names(claims: Sequence[Claim], fields: dict[str, Any], winners: dict[str, list[int]]) -> None:
    """Put names that lost among the alternates, unless they differ from one there in form alone."""
    if "name" not in fields or "organization_id" in fields:
        return
    known = {normalise_name(name) for name in (fields["name"], *fields.get("alternate_names", ()))}
    for claim in claims:
        name = claim.fields.get("name")
        if name and normalise_name(name) not in known:
            known.add(normalise_name(name))
            fields["alternate_names"] = [*fields.get("alternate_names", ()), name]
            winners["alternate_names"] = [*winners.get("alternate_names", ()), claim.observation_id]


def _keep_confidence(claims: Sequence[Claim], fields: dict[str, Any], winners: dict[str, list[int]]) -> None:
    asked = [claim.observation_id for claim in claims if claim.fields.get("confidential")]
    if asked:
        fields["confidential"], winners["confidential"] = True, asked
