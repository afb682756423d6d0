"""The talk itself: one module for each chapter, written to be read as a script."""
