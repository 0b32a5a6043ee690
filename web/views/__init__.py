"""The routes, a file for each subject: a view reads the request, calls one function and renders its answer."""
