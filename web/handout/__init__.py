"""What a patient is given of a shortlist: a page, a PDF, large print, Easy Read, a text."""
