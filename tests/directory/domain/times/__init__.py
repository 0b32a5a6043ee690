"""Times: reading them from words, and when the next session is."""
