"""Which actor a name means: the register, what every state has, and guesses."""
