"""What the program finds in an article: its language, sentences, entities and summaries."""
