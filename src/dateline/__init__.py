"""Dateline: who did what to whom, where, when, and who says so."""
