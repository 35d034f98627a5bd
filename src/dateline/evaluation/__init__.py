"""Measures against coded corpora."""
