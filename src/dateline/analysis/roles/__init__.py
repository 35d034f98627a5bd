"""What stands around a trigger, and what each of it is to the event."""
