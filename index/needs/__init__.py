"""Needs: the taxonomy of what people need, the cues that show it in a text, and the phrases people say it in."""
