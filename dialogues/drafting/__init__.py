"""Writing messages: sentences that stand whole in every language, tone, and with any field left out."""
