"""What the comments of the site may not do: send a reader to a document that is not in this repository."""

from pathlib import Path

import web


def test_no_file_cites_the_methods_paper_which_is_not_here() -> None:
    files = [path for path in Path(web.__file__).parent.rglob("*") if path.suffix in {".py", ".html", ".css"}]

    assert files
    assert [path.name for path in files if "METHODS" in path.read_text(encoding="utf-8")] == []
