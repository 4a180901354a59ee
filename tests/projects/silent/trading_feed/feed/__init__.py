"""Quotes over a websocket; close codes 4000-4999 are the exchange's own."""
