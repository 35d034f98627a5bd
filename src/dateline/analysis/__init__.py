"""Document to claims: pure, deterministic, offline."""
