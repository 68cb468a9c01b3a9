"""Makes the pair model: ``data`` -> ``train`` -> ``export``, a command each."""
