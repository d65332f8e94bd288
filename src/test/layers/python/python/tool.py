"""A module of a layer."""
ANSWER = 42
