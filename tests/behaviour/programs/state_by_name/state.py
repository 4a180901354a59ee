"""Filled by main at run time."""
