"""Makes the reader: ``data`` -> ``train`` -> ``evaluate`` -> ``export``, a command each."""
