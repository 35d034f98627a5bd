"""Words for dates, hours and durations, found in a text."""
