"""Paper and files: what leaves the product, drawn from plain strings that the services were allowed to give."""

from sos_core.export.plan_pdf import plan_pdf

__all__ = ["plan_pdf"]
