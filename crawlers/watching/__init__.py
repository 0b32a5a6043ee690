"""Watching pages and feeds: what a fetched document says, read without fetching anything."""
