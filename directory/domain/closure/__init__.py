"""Whether a service says that it has closed, is closing, is at risk, is paused or was converted."""
