"""Measurements, run by hand: figures depend on the machine, ratios hardly."""
