"""Tests of clb-migrate; the folders mirror the package."""
