"""What people judged to be good answers, and the figures that say how near a ranking comes to it."""
