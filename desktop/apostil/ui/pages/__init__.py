"""Pages about the whole library that stand in the place of the article: of an entity, and who appears with whom."""
