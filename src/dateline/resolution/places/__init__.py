"""Which place a name means, and how precisely: the gazetteer, areas, borders, weights."""
