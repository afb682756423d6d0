"""How the tables came to be as they are: one step to a file, in ``versions``, never changed again."""
