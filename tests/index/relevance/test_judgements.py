"""Files of judgements: what is read from them, what is refused, and the judged set that comes with Signpost."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import SignpostError
from index.relevance.judgements import STANDARD, BadJudgements, Half, read_judgements

Write = Callable[..., Path]
GRADED = st.dictionaries(st.sampled_from(["GB-CHC-1", "GB-SC-2"]), st.integers(0, 3), min_size=1)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def file(text: str, name: str = "judgements.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return file


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_query_has_the_ids_that_answer_it(write: Write) -> None:
    path = write("query,id,grade\nchoir,GB-CHC-1,3\nchoir,GB-CHC-2,0\nlunch club,GB-CHC-2,1\nchoir,GB-CHC-3,1\n")

    read = read_judgements(path)

    assert [query.text for query in read.queries] == ["choir", "lunch club"]
    assert dict(read.queries[0].relevant) == {"GB-CHC-1": 3, "GB-CHC-3": 1}
    assert read.queries[0].grades(["GB-CHC-2", "GB-CHC-3", "GB-CHC-9", "GB-CHC-1"]) == (0, 1, 0, 3)
    assert read.pool == {"GB-CHC-1", "GB-CHC-2", "GB-CHC-3"}
    assert (read.queries[0].half, read.queries[0].kind) == (None, None)


def test_an_id_relevant_to_nothing_is_in_the_pool(write: Write) -> None:
    assert read_judgements(write("query,id,grade\nchoir,GB-CHC-1,1\n,GB-CHC-2,0\n")).pool == {"GB-CHC-1", "GB-CHC-2"}


def test_a_query_that_nothing_answers_is_set_aside(write: Write) -> None:
    read = read_judgements(write("query,id,grade\nchoir,GB-CHC-1,1\nyodelling,GB-CHC-1,0\n"))

    assert [query.text for query in read.queries] == ["choir"]
    assert read.unanswered == ("yodelling",)


def test_halves_and_kinds_come_from_the_file_beside(write: Write) -> None:
    write(
        "query,kind,half,ukcat\nchoir,category,tune,AR301\nlunch,spoken,report,SW300\nnobody,spoken,tune,\n",
        "queries.csv",
    )

    read = read_judgements(write("query,id,grade\nlunch,GB-CHC-1,1\nchoir,GB-CHC-1,1\nwalk,GB-CHC-1,1\n"))

    assert [(query.text, query.half, query.kind) for query in read.queries] == [
        ("lunch", Half.REPORT, "spoken"),
        ("choir", Half.TUNE, "category"),
        ("walk", None, None),
    ]
    assert [query.text for query in read.of(Half.TUNE)] == ["choir"]


def test_what_the_file_says_of_halves_goes_before_the_file_beside(write: Write) -> None:
    write("query,kind,half\nchoir,category,tune\n", "queries.csv")

    (query,) = read_judgements(write("query,id,grade,half\nchoir,GB-CHC-1,1,report\nchoir,GB-CHC-2,1,\n")).queries

    assert (query.half, query.kind) == (Half.REPORT, "category")


def test_spaces_a_mark_of_byte_order_and_notes_are_no_matter(write: Write) -> None:
    path = write(
        '\ufeffnote, query ,id,grade\r\n"two\nlines", lunch   club , GB-CHC-1 , 2 \r\n\r\n,lunch club,GB-CHC-2,1\r\n'
    )

    (query,) = read_judgements(path).queries

    assert (query.text, dict(query.relevant)) == ("lunch club", {"GB-CHC-1": 2, "GB-CHC-2": 1})


REFUSED = [
    ("", "line 1: the first line must name the columns, and query is not there."),
    ("query,identifier,grade\n", "line 1: the first line must name the columns, and id is not there."),
    ("query,id,grade,id\n", "line 1: a column is named twice."),
    ("query,id,grade\nchoir,GB-CHC-1,4\n", "line 2: the grade is '4', and it must be 0, 1, 2 or 3."),
    ("query,id,grade\nchoir,GB-CHC-1,1\nchoir,GB-CHC-2,\n", "line 3: the grade is '', and it must be 0, 1, 2 or 3."),
    ("query,id,grade\nchoir, ,1\n", "line 2: the id is empty."),
    ("query,id,grade\n,GB-CHC-1,1\n", "line 2: the grade is 1, and there is no query that it is for."),
    ("query,id,grade\nchoir,GB-CHC-1\n", "line 2: there are 2 values for 3 columns."),
    (
        "query,id,grade\nchoir,GB-CHC-1,1\nchoir,GB-CHC-1,0\n",
        "line 3: GB-CHC-1 has grade 0 here and grade 1 in an earlier line.",
    ),
    ("query,id,grade,half\nchoir,GB-CHC-1,1,both\n", "line 2: the half is 'both', and it must be tune or report."),
    (
        "query,id,grade,half\nchoir,GB-CHC-1,1,tune\nchoir,GB-CHC-2,1,report\n",
        "line 3: the half is report here and tune in an earlier line.",
    ),
    ('query,id,grade\n"choir,GB-CHC-1,1\n', "line 2: this is not CSV: unexpected end of data."),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_mistake_is_named_with_its_line(write: Write, text: str, reason: str) -> None:
    with pytest.raises(BadJudgements) as refused:
        read_judgements(write(text))

    assert str(refused.value) == f"judgements.csv, {reason}"


def test_a_mistake_in_the_file_beside_is_named_there(write: Write) -> None:
    write("query,half\nchoir,tuning\n", "queries.csv")

    with pytest.raises(BadJudgements, match=r"queries\.csv, line 2: the half is 'tuning'"):
        read_judgements(write("query,id,grade\nchoir,GB-CHC-1,1\n"))


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SignpostError, match=r"none\.csv: this file cannot be opened"):
        read_judgements(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("query,id,grade\ncafé,GB-CHC-1,1\n".encode("latin-1"))
    with pytest.raises(SignpostError, match=r"latin\.csv: this is not text in UTF-8"):
        read_judgements(tmp_path / "latin.csv")


@given(st.text(alphabet='query,id,grade\n\r"0123 \u2028\x00', max_size=80))
def test_junk_is_read_or_refused_but_never_breaks(tmp_path_factory: pytest.TempPathFactory, junk: str) -> None:
    path = tmp_path_factory.mktemp("junk") / "judgements.csv"
    path.write_text("query,id,grade\n" + junk, encoding="utf-8", newline="")

    with suppress(BadJudgements):
        read_judgements(path)


@given(st.dictionaries(st.sampled_from(["choir", 'say "hello", then', "a\u2028b"]), GRADED, min_size=1))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, judged: dict[str, dict[str, int]]) -> None:
    path = tmp_path_factory.mktemp("written") / "judgements.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["query", "id", "grade"])
        writer.writerows((text, id_, grade) for text, grades in judged.items() for id_, grade in grades.items())

    read = read_judgements(path)

    assert {query.text: dict(query.relevant) for query in read.queries} == {
        " ".join(text.split()): {id_: grade for id_, grade in grades.items() if grade}
        for text, grades in judged.items()
        if any(grades.values())
    }


STANDARD_SET = read_judgements()


def test_the_standard_set_is_large_enough_to_tell_rankings_apart() -> None:
    kinds = Counter(query.kind for query in STANDARD_SET.queries)

    assert kinds.keys() == {"category", "spoken", "plain"}
    assert min(kinds.values()) >= 60
    assert len(STANDARD_SET.pool) >= 1_900
    assert STANDARD_SET.unanswered == ()


def test_every_written_query_is_judged() -> None:
    written = [(row["query"], row["kind"], row["half"]) for row in rows_of(STANDARD.with_name("queries.csv"))]

    assert written == [(query.text, query.kind, query.half) for query in STANDARD_SET.queries]


@pytest.mark.parametrize("kind", ["category", "spoken", "plain"])
def test_the_halves_of_the_standard_set_are_alike(kind: str) -> None:
    tune, report = ([len(query.relevant) for query in STANDARD_SET.of(half) if query.kind == kind] for half in Half)

    assert abs(len(tune) - len(report)) <= 1
    assert median(tune) == pytest.approx(median(report), rel=0.15)


@pytest.mark.parametrize("kind", ["category", "spoken", "plain"])
def test_queries_go_to_the_halves_in_turn(kind: str) -> None:
    queries = [query for query in STANDARD_SET.queries if query.kind == kind]
    found = [len(query.relevant) for query in queries]

    assert found == sorted(found)
    assert {query.half for query in queries[::2]} == {Half.REPORT}
    assert {query.half for query in queries[1::2]} == {Half.TUNE}


def test_a_plain_query_is_a_few_words_for_one_tag_with_ten_answers() -> None:
    tags = {row["query"]: row["ukcat"] for row in rows_of(STANDARD.with_name("queries.csv")) if row["kind"] == "plain"}
    plain = [query for query in STANDARD_SET.queries if query.kind == "plain"]

    assert len(set(tags.values())) == len(tags) == len(plain)
    assert all(re.fullmatch(r"[A-Z]{2}\d*", tag) for tag in tags.values())
    assert max(len(query.text.split()) for query in plain) <= 4
    assert min(len(query.relevant) for query in plain) >= 10


def test_every_query_has_several_answers_and_most_charities_have_a_query() -> None:
    answers = {id_ for query in STANDARD_SET.queries for id_ in query.relevant}

    assert min(len(query.relevant) for query in STANDARD_SET.queries) >= 4
    assert answers < STANDARD_SET.pool
    assert len(answers) >= len(STANDARD_SET.pool) * 0.6
    assert all(re.fullmatch(r"GB-(CHC|SC|NIC)-[A-Z]*\d+", id_) for id_ in STANDARD_SET.pool)


def test_the_standard_set_is_what_the_labels_of_the_classification_say(mirror: Path) -> None:
    labels: dict[str, set[str]] = {}
    for row in rows_of(mirror / "ukcat/sample.csv"):
        if codes := set(row["UKCAT"].replace(" ", "").split(";")) - {""}:
            labels.setdefault(row["org_id"], set()).update(codes)
    tags = rows_of(mirror / "ukcat/ukcat.csv")
    lineage = {tag["Code"]: {tag["Category"], tag["Subcategory"]} - {""} for tag in tags}
    heading = {tag["Code"]: tag["tag"] for tag in tags if tag["Level"] in {"1", "2"}}
    queries = {row["query"]: set(row["ukcat"].split(";")) for row in rows_of(STANDARD.with_name("queries.csv"))}
    idle = [row["id"] for row in rows_of(STANDARD) if not row["query"]]

    assert set().union(*queries.values()) <= lineage.keys()
    assert labels.keys() == STANDARD_SET.pool
    for query in STANDARD_SET.queries:
        headings = {heading[code] for code in queries[query.text] if code in heading}
        wanted = queries[query.text] | {code for code, names in lineage.items() if names & headings}
        assert query.relevant == {id_: 1 for id_, codes in labels.items() if codes & wanted}
    assert idle == sorted(labels.keys() - {id_ for query in STANDARD_SET.queries for id_ in query.relevant})
