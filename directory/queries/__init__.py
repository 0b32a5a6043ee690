"""What a reader may ask of the catalogue: pages, entries for the index, sources, issues and changes."""
