"""The automatic method: a ranking of our own, by what a reader of news needs, with weights learned from summaries."""
