"""Rules that read plain descriptions: whom a service is for, what it costs, what access it has, how it is given."""
