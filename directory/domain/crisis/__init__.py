"""Crisis: helplines, when they are open, which of them to show, and crisis words in what people type."""
