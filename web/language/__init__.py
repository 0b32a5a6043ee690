"""In which language a page speaks: its address says so, and messages are said in it."""
