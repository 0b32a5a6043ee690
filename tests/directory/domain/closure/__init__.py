"""Reading whether a service says that it has closed, is closing, at risk, paused or converted."""
