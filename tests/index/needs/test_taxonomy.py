"""The files of the taxonomy, read: whole, or refused with one clear sentence that names the file and the line."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from index.needs.taxonomy import BadTaxonomy, Cue, Need, read_taxonomy

FILES = {
    "taxonomy/needs.csv": "id,parent,label,description\ncompany,,Company,Somebody.\ngrief,company,Bereavement,Loss.\n",
    "taxonomy/mappings.csv": "need,taxonomy,code\ngrief,other,1\ncompany,other,1\n",
    "taxonomy/cues.csv": "# Where the words come from.\nneed,cue,weight\ngrief,bereavement,1.0\ngrief,loss,0.3\n",
    "phrases.csv": 'need,phrase\ncompany,"on my own, all day"\n',
}


def written(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    (folder / "taxonomy").mkdir()
    for name, text in {**FILES, **(changed or {})}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_needs_cues_phrases_and_mappings_are_read(tmp_path: Path) -> None:
    taxonomy = read_taxonomy(written(tmp_path))

    assert list(taxonomy.needs.values()) == [
        Need(id="company", label="Company"),
        Need(id="grief", label="Bereavement", parent="company"),
    ]
    assert taxonomy.cues == [
        Cue(need="grief", words="bereavement"),
        Cue(need="grief", words="loss", weight=0.3),
    ]
    assert taxonomy.phrases == [Cue(need="company", words="on my own, all day")]
    assert taxonomy.mapped == {("other", "1"): ["grief", "company"]}
    assert (taxonomy.children("company"), taxonomy.children("grief")) == (["grief"], [])


def test_a_weight_left_out_is_one(tmp_path: Path) -> None:
    taxonomy = read_taxonomy(written(tmp_path, {"taxonomy/cues.csv": "need,cue,weight\ngrief,loss,\n"}))

    assert taxonomy.cues == [Cue(need="grief", words="loss", weight=1.0)]


def test_how_much_a_need_crowds_out_others_is_read(tmp_path: Path) -> None:
    text = "id,parent,label,crowding\ngrants,,Grants,3\ngrief,,Bereavement,\ncompany,,Company,0.5\n"

    taxonomy = read_taxonomy(written(tmp_path, {"taxonomy/needs.csv": text}))

    assert {need.id: need.crowding for need in taxonomy.needs.values()} == {"grants": 3, "grief": 1, "company": 0.5}


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("taxonomy/needs.csv", "id,parent,label\ngrief,sorrow,Bereavement\n",
         "taxonomy/needs.csv: the parent sorrow of grief is not there."),
        ("taxonomy/needs.csv", "id,label\ngrief,Bereavement\n", "needs.csv: there is no column parent."),
        ("taxonomy/needs.csv", "id,parent,label\ngrief\n",
         "needs.csv line 2: there are fewer columns than in its first line."),
        ("taxonomy/needs.csv", "id,parent,label,crowding\ngrief,,Bereavement,much\n",
         "needs.csv line 2: much is not a number above 0."),
        ("taxonomy/needs.csv", "id,parent,label,crowding\ngrief,,Bereavement,inf\n",
         "needs.csv line 2: inf is not a number above 0."),
        ("taxonomy/mappings.csv", "need,taxonomy,code\ngrief,other,1\njoy,other,2\n",
         "mappings.csv line 3: there is no need called joy."),
        ("taxonomy/mappings.csv", "need,taxonomy\ngrief,other\n", "mappings.csv: there is no column code."),
        ("taxonomy/cues.csv", "need,cue,weight\nanger,cross,1.0\n", "cues.csv line 2: there is no need called anger."),
        ("taxonomy/cues.csv", "need,cue,weight\ngrief,loss,heavy\n",
         "cues.csv line 2: heavy is not a number above 0."),
        ("taxonomy/cues.csv", "need,cue,weight\ngrief,loss,0\n",
         "cues.csv line 2: 0 is not a number above 0."),
        ("taxonomy/cues.csv", "need,cue,weight\ngrief,loss,1.1\n",
         "cues.csv line 2: a weight is at most 1, and this is 1.1."),
        ("taxonomy/cues.csv", "need,cue,weight\ngrief,loss,nan\n",
         "cues.csv line 2: nan is not a number above 0."),
        ("phrases.csv", "", "phrases.csv: there is no column need."),
        ("phrases.csv", "need,phrase\ngrief,my wife died\nnobody,there\n",
         "phrases.csv line 3: there is no need called nobody."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told_with_its_file_and_line(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    with pytest.raises(BadTaxonomy) as refused:
        read_taxonomy(written(tmp_path, {name: text}))

    assert str(refused.value) == sentence


def test_the_real_taxonomy_is_read() -> None:
    taxonomy = read_taxonomy()

    assert len(taxonomy.needs) >= 180
    assert len(taxonomy.phrases) >= 1_500
