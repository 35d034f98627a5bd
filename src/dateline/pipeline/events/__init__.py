"""From claims to events: ``consolidating`` computes them, by what ``joining`` knows.

``evidence`` puts beside events the words they rest on; ``coding`` and ``importing`` bring in events
that people coded.
"""
