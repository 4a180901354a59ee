"""Small projects of several modules, and what is found in them."""
