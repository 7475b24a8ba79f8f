"""The page that guests get on their own phone."""
