"""E-books: their packages, their pages and their chapters."""
