"""A paper that opens with a password alone: AES with a key of 256 bits, put on at the press. Uses fpdf2's inside for one string."""

from __future__ import annotations

from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from fpdf.output import OutputProducer, PDFCatalog
from fpdf.syntax import PDFString


def lock(pdf: FPDF, password: str) -> None:
    """Nobody opens it without: what it tells of itself is locked too. Who opened it may print and copy."""
    pdf.set_encryption(password, password, encryption_method=EncryptionMethod.AES_256, encrypt_metadata=True)


class Locked(OutputProducer):
    """Writes the file of a locked paper. fpdf2 leaves its language open, which whoever opens it would read as nonsense."""

    def _add_catalog(self) -> PDFCatalog:
        catalog = super()._add_catalog()
        catalog.lang = PDFString(catalog.lang or "", encrypt=True)
        return catalog
