"""Reading aloud: what stands in a talk becomes a voice note, for who asks for it."""
