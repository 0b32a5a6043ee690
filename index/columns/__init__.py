"""The column engine: immutable memory-mapped segments, and a tail of changes, searched with numpy."""
