"""Who says something, and with which stance."""
