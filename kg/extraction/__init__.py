"""From an article to frames: what it states, with the words that state it."""
