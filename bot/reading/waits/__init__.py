"""What keeps a deal quiet until a day: they are away, taken up, or asked not to be called before."""
