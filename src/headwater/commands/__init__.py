"""The verbs of the command line, a file a group; what each prints, and nothing else of the package prints."""
