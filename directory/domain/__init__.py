"""Records and rules of the directory: frozen values and pure functions, with no files, clocks, SQL or HTTP."""
