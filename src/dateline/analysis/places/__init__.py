"""The words that say where, and which of them belongs to which event."""
