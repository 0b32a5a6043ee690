"""Tests of the watching run."""
