"""The page of one service: its facts, whether it runs, what is like it, and how to say that it is wrong."""
