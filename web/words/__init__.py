"""Values in words: distances, days, hours, money and trust as a reader wants them."""
