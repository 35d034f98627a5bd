"""Noun phrases: how far one reaches, and whether it is a place, a force, a body or a thing."""
