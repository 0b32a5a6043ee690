"""The list that a link worker keeps for a patient, held by a signed link."""
