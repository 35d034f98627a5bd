"""Find out which place, actor and time a name means; pure, with the losing candidates kept."""
