"""What lasts: the library file, its copies, the settings, and files that are written aside and then put in place."""
