"""Stories that nobody told: invented reports with known origins, to measure how they are counted."""
