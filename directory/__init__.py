"""The directory of organizations and services: what is known, how it came to be known, and who may change it."""
