"""The bots that are compared with, each a program of its own that runs in ``.venv-bench``."""
