"""Tests of the judged set and of the figures computed from it."""
