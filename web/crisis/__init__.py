"""Whom to ring in a crisis: a page and a panel that need neither the catalogue nor the index."""
