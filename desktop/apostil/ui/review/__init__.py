"""The review of doubtful names: its bar, its keys, and the order in which names are looked at."""
