"""Pages for staff: what to check next, and the changes that wait for a decision."""
