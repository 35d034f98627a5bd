"""Whether an event happened, and how much of it is only recalled."""
