"""What the bot can look up: places, municipalities and helplines, from data that ships with it."""
