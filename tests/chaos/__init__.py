"""The chaos test: hundreds of chats, a bot that is killed again and again, and nothing lost.

``storm`` makes the bad weather; ``proof`` says what was lost, doubled or put out of order.
"""
