"""What Apostil is about: articles, marks, entities and summaries, in the standard library alone."""
