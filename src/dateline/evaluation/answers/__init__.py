"""What Dateline says of each row of a coded corpus, in the corpus's own shape."""
