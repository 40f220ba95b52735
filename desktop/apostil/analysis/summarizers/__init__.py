"""sumy's methods with its results, and a numerical core of our own that is hundreds of times as fast.

Each module holds one method: a subclass of sumy's class that is called like it, with sumy's documents or with ours,
and whose `ratings` says what the method thinks of every sentence. They load numpy and sumy, and are themselves imported
only where sentences are ranked.
"""
