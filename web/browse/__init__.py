"""Ways in without a search: near a place, by need, by area, by organization, and the map of the site."""
