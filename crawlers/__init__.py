"""Crawlers: declared sources, the formats they publish in, and how their documents are fetched, archived and read."""
