"""The vocabularies of an HSDS package, and the tags that attach their terms to services."""

from dataclasses import dataclass

from crawlers.families.hsds_tables import Package
from crawlers.families.rows import Row
from directory.domain.errors import InvalidValue
from directory.domain.parts import Attribute
from directory.domain.records import TaxonomyTerm
from directory.domain.sources import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a package by their ids in it."""

    observations: tuple[Observation, ...]
    by_id: dict[str, TaxonomyTerm]

    @classmethod
    def of(cls, package: Package) -> "Terms":
        """All terms; one that is good only in part, or not at all, leaves an issue."""
        codes = {
            row.take_optional("id"): row.take_optional("code") or row.take_optional("id")
            for row in package.tables.get("taxonomy_terms", ())
        }
        unknown_parents: set[str] = set()
        by_id: dict[str, TaxonomyTerm] = {}

        def observe(row: Row) -> Observation:
            local_id = row.take("id")
            by_id[local_id] = _term(row, codes, unknown_parents)
            return row.observe(local_id, by_id[local_id])

        observations = tuple(package.read("taxonomy_terms", observe, are_records=True))
        return cls(observations=observations, by_id=by_id)

    def attribute(self, row: Row) -> Attribute:
        """The term that a row attaches to a service; rows of version 1.x are about nothing else."""
        entity = row.take_optional("link_entity") or "service"
        term_id = row.take("taxonomy_term_id")
        row.ignore("link_type", "value")
        if entity != "service":
            raise InvalidValue("link_entity", entity, "Terms are attached to services only")
        if term_id not in self.by_id:
            raise InvalidValue("taxonomy_term_id", term_id, "There is no such term in the package")
        term = self.by_id[term_id]
        return Attribute(taxonomy=term.taxonomy, code=term.code, label=term.name)


def _term(row: Row, codes: dict[str | None, str | None], unknown_parents: set[str]) -> TaxonomyTerm:
    row.ignore("language", "parent_name", "taxonomy_facet", "term_uri")
    taxonomy_id, taxonomy = row.take_optional("taxonomy_id"), row.take_optional("taxonomy")
    parent_id = row.take_optional("parent_id")
    if parent_id and parent_id not in codes and parent_id not in unknown_parents:
        # Real packages leave the top of a vocabulary out: once is enough to say so.
        unknown_parents.add(parent_id)
        row.complain("parent_id", "There is no such term in the package", parent_id)
    return TaxonomyTerm(
        taxonomy=taxonomy_id or taxonomy or "",
        code=row.take_optional("code") or row.take("id"),
        name=row.take("name"),
        parent_code=codes.get(parent_id),
        description=row.take_optional("description"),
    )
