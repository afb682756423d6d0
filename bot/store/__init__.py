"""Storage: what is remembered of each conversation, sealed, and what waits to be sent."""
