"""Tests of criteria, of people, and of what the two come to."""
