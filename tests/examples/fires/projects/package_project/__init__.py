"""A small package whose modules each speak to the platform on their own."""
