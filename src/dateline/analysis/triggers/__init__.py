"""The words that events are told with, and what makes them no event."""
