"""The doors: Starlette routes and the middleware before them. docs/http.md says what each takes and gives."""
