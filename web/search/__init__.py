"""What is asked and what is answered: the form, the person, the list of results and its map."""
