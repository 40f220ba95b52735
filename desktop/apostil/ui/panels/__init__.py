"""What stands beside the article: the library, its summary, its entities, its notes."""
