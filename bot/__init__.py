"""How the conversation reaches people: channels, storage, words, and what an operator needs."""
