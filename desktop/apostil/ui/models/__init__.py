"""Item models over domain objects, and the words the interface has for them."""
