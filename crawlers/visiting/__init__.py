"""Visiting the web pages of services: a guarded, polite fetcher, and the classes of what a visit met."""
