"""Several articles summarised together: what their sentences share, and the best of all without repetitions."""
