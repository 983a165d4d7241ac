"""Training and its reports; not installed."""
