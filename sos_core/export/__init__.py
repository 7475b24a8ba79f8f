"""Paper and files: what leaves the product, drawn from plain strings that the services were allowed to give."""
