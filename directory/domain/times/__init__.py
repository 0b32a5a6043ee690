"""Times: opening hours read from words, and when the next session is."""
