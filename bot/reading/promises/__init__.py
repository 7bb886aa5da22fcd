"""Who will do what by when. Theirs and ours are never mixed, and what is only thought, hoped or usual is none."""
