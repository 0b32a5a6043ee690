"""A page is unchanged while only dates, times of writing and counters change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.watching.lasting import lasting_hash


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Today is Tuesday 7 July 2026.", "Today is Wednesday 8 July 2026."),
        ("Welcome. 7th July 2026, 10:42 Tea and cakes.", "Welcome. 8th July 2026, 11:17 Tea and cakes."),
        ("Last updated: 2026-07-07 10:42:01 GMT", "Last updated: 2026-07-08 09:00:00 GMT"),
        ("Page updated 07/07/2026", "Page updated 08/07/2026"),
        ("The time is 10:42", "The time is 11:42"),
        ("10:42:11 in London", "11:42:13 in London"),
        ("News\n10:42\nTea", "News\n11:43\nTea"),
        ("1,234 views", "1,301 views"),
        ("Visitors: 20331", "Visitors: 20335"),
        ("You are visitor number 20331", "You are visitor number 20335"),
        ("Posted 3 days ago", "Posted 4 days ago"),
        ("Posted an hour ago", "Posted 2 hours ago"),
        ("© 2025 A hall", "© 2026 A hall"),
        ("Copyright 2010-2025", "Copyright 2010-2026"),
        ("Tea and  cakes", "tea and\ncakes"),
    ],
)
def test_what_passes_is_no_change(before: str, after: str) -> None:
    assert lasting_hash(before) == lasting_hash(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tuesdays at 7pm", "Tuesdays at 8pm"),
        ("Tuesday 10:00-12:00", "Tuesday 10:30-12:30"),
        ("Tuesdays 2-4pm", "Thursdays 2-4pm"),
        ("Call 0191 498 0123", "Call 0191 498 0124"),
        ("£3 a session", "£4 a session"),
        ("We meet in the hall.", "We have closed."),
        ("for over 50s", "for over 60s"),
    ],
)
def test_what_a_reader_would_act_on_is_a_change(before: str, after: str) -> None:
    assert lasting_hash(before) != lasting_hash(after)


@given(st.text(max_size=200))
def test_any_text_has_a_hash(text: str) -> None:
    assert len(lasting_hash(text)) == 64
