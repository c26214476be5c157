"""Records as people read them: HTML for notebooks and pages, text for terminals."""
