"""Documents of word processors: one flow of blocks, whatever file they come in."""
