"""How people and programs see the directory: pages, JSON, and the server that gives them."""
