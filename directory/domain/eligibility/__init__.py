"""Whom a service takes, in three values: what it says of that, who asks, and what the two come to."""
