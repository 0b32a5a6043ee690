"""The taxonomy of needs as it stands in the repository: whole, well formed, and joined to the other vocabularies."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TAXONOMY = ROOT / "data" / "taxonomy"
MIRROR = ROOT.parent / "shared" / "mirror"
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CUE = re.compile(r"[a-z0-9]+(?: [a-z0-9]+){0,4}")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NEEDS = rows(TAXONOMY / "needs.csv")
MAPPINGS = rows(TAXONOMY / "mappings.csv")
CUES = rows(TAXONOMY / "cues.csv")
IDS = {need["id"] for need in NEEDS}


def column(path: Path, name: str) -> set[str]:
    return {row[name] for row in rows(path)}


def activities(path: Path) -> set[str]:
    return {concept["identifier"] for concept in json.loads(path.read_text(encoding="utf-8"))["concept"]}


def mirrored() -> dict[str, set[str]]:
    if not MIRROR.is_dir():
        pytest.skip("the mirror of other vocabularies (../shared/mirror) is not on this machine")
    return {
        "ukcat": column(MIRROR / "ukcat" / "ukcat.csv", "Code"),
        "openactive": activities(MIRROR / "taxonomies" / "openactive-activity-list.jsonld"),
        "aliss-category": column(MIRROR / "taxonomies" / "aliss-categories.csv", "id"),
        "aliss-community-group": column(MIRROR / "taxonomies" / "aliss-community-groups.csv", "id"),
    }


def mapped(taxonomy: str) -> set[str]:
    return {row["code"] for row in MAPPINGS if row["taxonomy"] == taxonomy}


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_there_are_enough_needs_on_few_headings() -> None:
    headings = [need for need in NEEDS if not need["parent"]]

    assert len(NEEDS) >= 180
    assert 15 <= len(headings) <= 30


def test_ids_are_kebab_case_and_given_once() -> None:
    assert [need["id"] for need in NEEDS if not KEBAB.fullmatch(need["id"])] == []
    assert repeated([need["id"] for need in NEEDS]) == []


def test_labels_tell_needs_apart() -> None:
    assert repeated([need["label"].casefold() for need in NEEDS]) == []


def test_labels_and_descriptions_are_short_and_plain() -> None:
    assert [need["id"] for need in NEEDS if not 2 <= len(need["label"]) <= 45 or need["label"].endswith(".")] == []
    assert [need["id"] for need in NEEDS if not re.fullmatch(r"[A-Z][^.!]{5,90}\.", need["description"])] == []


def test_needs_stand_on_two_levels() -> None:
    headings = {need["id"] for need in NEEDS if not need["parent"]}

    assert [need["id"] for need in NEEDS if need["parent"] and need["parent"] not in headings] == []


def test_mappings_and_cues_name_needs_that_exist() -> None:
    assert {row["need"] for row in MAPPINGS} - IDS == set()
    assert {row["need"] for row in CUES} - IDS == set()


def test_no_mapping_is_given_twice() -> None:
    assert repeated(["/".join(row.values()) for row in MAPPINGS]) == []


@pytest.mark.parametrize("taxonomy", ["ukcat", "openactive", "aliss-category", "aliss-community-group"])
def test_mapped_codes_exist_in_their_vocabulary(taxonomy: str) -> None:
    assert mapped(taxonomy), f"nothing is mapped to {taxonomy}"
    assert mapped(taxonomy) - mirrored()[taxonomy] == set()


def test_every_tag_of_the_charity_classification_has_a_need() -> None:
    assert mirrored()["ukcat"] - mapped("ukcat") == set()


def test_every_term_of_the_demonstration_has_a_need() -> None:
    assert column(ROOT / "data" / "demo" / "taxonomy_terms.csv", "code") == mapped("signpost-demo")


def test_mappings_name_vocabularies_that_are_known() -> None:
    known = {"ukcat", "openactive", "aliss-category", "aliss-community-group", "signpost-demo"}

    assert {row["taxonomy"] for row in MAPPINGS} == known


def test_every_need_has_cues_and_one_that_says_it_well() -> None:
    counted = Counter(row["need"] for row in CUES)

    assert [need for need in sorted(IDS) if not 3 <= counted[need] <= 25] == []
    assert IDS - {row["need"] for row in CUES if float(row["weight"]) >= 0.6} == set()


def test_weights_lie_above_nought_and_up_to_one() -> None:
    assert [row for row in CUES if not 0 < float(row["weight"]) <= 1] == []


def test_cues_are_one_to_five_plain_words_in_lower_case() -> None:
    assert [row["cue"] for row in CUES if not CUE.fullmatch(row["cue"])] == []


def test_no_cue_is_given_twice_for_one_need() -> None:
    assert repeated([f"{row['need']}/{row['cue']}" for row in CUES]) == []


@pytest.mark.parametrize("word", ["home", "light", "bank", "club", "group", "support", "help", "service", "work"])
def test_words_with_many_meanings_are_no_cue_alone(word: str) -> None:
    assert [row["need"] for row in CUES if row["cue"] == word] == []
