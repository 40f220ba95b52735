"""The formats that Apostil reads, one module each with its `FORMAT`."""
