"""Bring in what is new from the sources of a project.

``planning`` says what its settings mean, ``adding`` what a location is. ``going`` goes through the
sources: ``visiting`` one address, ``listing`` pages, ``sitemaps``, ``feeding`` the items of feeds,
``archives``; ``revisiting`` decides when to ask again.
"""
