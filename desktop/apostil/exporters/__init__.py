"""Notes to bytes: one module a format."""
