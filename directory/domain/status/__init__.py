"""Is it still running: evidence and a date in, a probability, a status and dated reasons out (docs/methods.md)."""
