"""Files of deals and of people: what their columns and cells mean. Told by row and never guessed silently."""
