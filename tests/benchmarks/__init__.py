"""Measurements: run by `make bench`, never asserted in a test."""
