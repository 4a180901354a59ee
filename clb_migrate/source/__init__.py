"""From paths to text: which files there are, which of them matter, and what they say."""
