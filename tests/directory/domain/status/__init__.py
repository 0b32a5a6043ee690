"""Tests of the model that says whether a service is still running."""
