"""Lines that are no call: what a rep means to do, has not done, asks, or says of a deal as a whole."""
