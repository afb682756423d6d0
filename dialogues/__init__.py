"""The conversation itself: pure, and the same on every channel."""
