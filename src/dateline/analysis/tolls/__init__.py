"""Who was killed, wounded, held or driven away, and how many."""
