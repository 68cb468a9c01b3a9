"""Measures the program: sets of reports with answers in, figures out. Not part of the wheel."""
