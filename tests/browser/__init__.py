"""The site in a real browser: every page, and what people come to do."""
