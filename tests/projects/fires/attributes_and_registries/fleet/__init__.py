"""State is kept on objects that other modules look at."""
