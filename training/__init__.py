"""Makes the weights and the gazetteer; nothing here is in the wheel."""
