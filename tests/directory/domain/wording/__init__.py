"""Reading plain descriptions."""
