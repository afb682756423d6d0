"""`python -m bot` is the same as `vraagkracht`."""

from bot.cli import main

main()
