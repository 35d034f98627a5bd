"""What one sentence takes up from those before it."""
