"""The window: what stands where, what can be done, and what ties its parts together."""
