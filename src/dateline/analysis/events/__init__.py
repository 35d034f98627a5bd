"""Triggers with all that belongs to them: drafts, folded into events and made into claims."""
