"""Files of public data sets in, frozen values out: a file a set; each says how its labels are read."""
