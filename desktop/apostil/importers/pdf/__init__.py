"""PDF: words at their places, put into columns, lines and blocks."""
