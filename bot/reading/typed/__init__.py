"""A value that was typed alone: a day, an hour, a figure, a period. Here every word counts; what is not understood is asked again."""
