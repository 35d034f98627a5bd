"""Sentences with their grammar: parsed, mended, and who stands where around a verb."""
