"""How fast the bot is, beside what people would otherwise use: ``make bench``. See docs/performance.md."""
