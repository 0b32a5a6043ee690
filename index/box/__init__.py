"""One search box understood: what is needed, where, when and for whom."""

from index.box.as_json import box_json
from index.box.parts import Box, Chip
from index.box.split import split

__all__ = ["Box", "Chip", "box_json", "split"]
