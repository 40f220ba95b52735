"""The use cases that a button or a command stands for, as plain functions."""
