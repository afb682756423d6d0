"""The page of a support centre: what its staff sees, changes and tries, with a link instead of a password."""
