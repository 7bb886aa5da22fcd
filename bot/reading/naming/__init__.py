"""What companies and people are called, and how alike two names are. Nothing is known here of deals and lines."""
