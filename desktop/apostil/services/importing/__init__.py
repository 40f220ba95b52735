"""Many files on their way into a library: what a worker reads of them, and what the library keeps."""
