"""Shortlists: the services somebody chose for a person, in order, and what has changed since."""
