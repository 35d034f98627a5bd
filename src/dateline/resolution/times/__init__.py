"""Which interval the words for a time mean."""
