"""Looking after a language: what it needs, how its words are checked, and how a native speaker reviews them."""
