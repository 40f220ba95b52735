"""The only threads and processes."""
