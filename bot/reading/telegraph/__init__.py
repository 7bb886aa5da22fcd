"""What a thumb leaves out is put back before a clause is read: subjects, verbs, whose turn it is."""
