"""Reading: free text to facts. Pure; what has two defensible readings is asked, never guessed."""
