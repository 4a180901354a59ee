"""One-off tool, kept for the next time."""
