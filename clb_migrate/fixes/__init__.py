"""Rewriting whole flows so that a program does against API 3.0 what it did against API 2.0."""
