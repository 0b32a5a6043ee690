"""Formats that several sources share, each read by one module that knows no publisher."""
