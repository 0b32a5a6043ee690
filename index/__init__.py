"""How services are found and ranked: a projection of the catalogue that can be built again at any time."""
