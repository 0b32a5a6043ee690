"""Sources as declared, the documents they gave, and the runs that read them, with their issues."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import exists, func, select

from directory.domain.sources import Issue, Outcome, RawDocument, Run, Source
from directory.store import schema
from directory.store.database import Transaction
from directory.store.statements import insert_all, upsert


def declare(transaction: Transaction, source: Source) -> None:
    """Keep what ``source`` declares of itself now, for readers who see only the database."""
    declared = [column.name for column in schema.source.columns]
    upsert(transaction, schema.source, [{name: getattr(source, name) for name in declared}])


def next_run_id(transaction: Transaction) -> int:
    """The id of the run that begins."""
    return int(transaction.execute(select(func.coalesce(func.max(schema.run.c.id), 0))).scalar_one()) + 1


def record_run(
    transaction: Transaction, run: Run, *, run_id: int, document: RawDocument | None, issues: Iterable[Issue] = ()
) -> None:
    """Keep how a run ended, the issues it met, and where its document came from (its bytes are in the archive)."""
    row: dict[str, object] = {"id": run_id, **asdict(run)}
    if document is not None:
        row |= {"document_sha256": document.sha256, "fetched_at": document.fetched_at}
        kept = {"sha256": document.sha256, "bytes": len(document.content)}
        kept |= {name: getattr(document, name) for name in ("url", "fetched_at", "media_type")}
        upsert(transaction, schema.document, [kept])
    transaction.execute(schema.run.insert(), row)
    insert_all(transaction, schema.issue, [{"run_id": run_id, **asdict(issue)} for issue in issues])


def last_published(transaction: Transaction, source_id: str) -> tuple[int, int] | None:
    """The id of the last published run of a source and how many records it published, None before the first."""
    run = schema.run.c
    row = transaction.execute(
        select(run.id, run.published)
        .where(run.source_id == source_id, run.outcome == Outcome.PUBLISHED)
        .order_by(run.id.desc())
        .limit(1)
    ).first()
    return (row.id, row.published) if row else None


def latest_runs(transaction: Transaction) -> dict[str, Run]:
    """The last run of each source, however it ended."""
    latest = select(func.max(schema.run.c.id)).group_by(schema.run.c.source_id)
    rows = transaction.execute(select(schema.run).where(schema.run.c.id.in_(latest))).mappings()
    return {row["source_id"]: _run(dict(row)) for row in rows}


def _run(row: dict[str, object]) -> Run:
    del row["id"], row["document_sha256"], row["fetched_at"]
    row["outcome"] = Outcome(str(row["outcome"]))
    return Run(**row)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow(Issue):
    """An issue, and the source whose last run met it."""

    source_id: str


def issues_of_latest_runs(transaction: Transaction, source_id: str | None, limit: int) -> list[IssueRow]:
    """The issues of the last run of one source or of each, in the order they were met."""
    runs = select(func.max(schema.run.c.id)).group_by(schema.run.c.source_id)
    if source_id is not None:
        runs = runs.where(schema.run.c.source_id == source_id)
    issue = schema.issue.c
    rows = transaction.execute(
        select(schema.run.c.source_id, *[column for column in issue if column.name not in ("id", "run_id")])
        .join(schema.run, schema.run.c.id == issue.run_id)
        .where(issue.run_id.in_(runs))
        .order_by(issue.id)
        .limit(limit)
    ).mappings()
    return [IssueRow(**row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSource:
    """A source the catalogue draws on, and how many live records it has there."""

    id: str
    title: str
    publisher: str
    licence: str
    attribution: str
    url: str
    demonstration: bool
    records: int


def demonstrations(transaction: Transaction) -> frozenset[str]:
    """The ids of the sources of invented records that have any now: quick, for every page asks it."""
    observation, source = schema.observation.c, schema.source.c
    has_any = exists().where(
        observation.source_id == source.id,
        observation.is_current == True,  # noqa: E712 - SQL, not Python
        observation.last_run.is_(None),
    )
    invented = select(source.id).where(source.demonstration == True, has_any)  # noqa: E712 - SQL, not Python
    return frozenset(transaction.execute(invented).scalars())


def catalogue_sources(transaction: Transaction) -> tuple[CatalogueSource, ...]:
    """The sources that have been published from, by title."""
    live = (
        select(schema.observation.c.source_id, func.count().label("records"))
        .where(schema.observation.c.last_run.is_(None))
        .group_by(schema.observation.c.source_id)
        .subquery()
    )
    source = schema.source.c
    columns = (source.id, source.title, source.publisher, source.licence, source.attribution, source.url)
    rows = transaction.execute(
        select(*columns, source.demonstration, live.c.records)
        .join(live, live.c.source_id == source.id)
        .order_by(source.title)
    ).mappings()
    return tuple(CatalogueSource(**row) for row in rows)
