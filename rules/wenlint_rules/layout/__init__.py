"""Lines, paragraphs and pages."""
