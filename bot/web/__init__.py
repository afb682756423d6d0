"""The talk on a page: the same dialogue and the same store, in a browser, without an account."""
