"""A paper with a password opens with that alone, and says the same as without."""

import io
from typing import Any

import pypdf
import pypdfium2
import pytest
from pypdf import PasswordType

from sos_core.domain.errors import DomainError
from sos_core.export.forms import MAKERS
from sos_core.export.password import usable
from sos_core.services.handouts import LOCKABLE
from tests.export.papers import papers_of
from tests.export.test_plan_pdf import DATA, dutch

PASSWORD = "drie losse woorden"
WORDS = (b"Riet", b"Ons plan", b"OpenMoji")


def made(form: str, password: str = "") -> bytes:
    folders = {"pictures": DATA / "pictograms", "fonts": DATA / "fonts"}
    return bytes(MAKERS[form](papers_of(form), t=dutch, lang="nl", password=password, **folders))


@pytest.fixture(scope="module", params=sorted(LOCKABLE))
def form(request: Any) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def locked(form: str) -> bytes:
    return made(form, PASSWORD)


def test_with_the_password_it_says_what_it_says_without_one(form: str, locked: bytes) -> None:
    plain, opened = pypdf.PdfReader(io.BytesIO(made(form))), pypdf.PdfReader(io.BytesIO(locked))
    assert opened.decrypt(PASSWORD) is not PasswordType.NOT_DECRYPTED
    assert [page.extract_text() for page in opened.pages] == [page.extract_text() for page in plain.pages]
    assert opened.metadata is not None
    assert opened.metadata.title == "Ons plan"
    assert opened.trailer["/Root"]["/Lang"] == plain.trailer["/Root"]["/Lang"]


def test_a_wrong_password_or_none_opens_nothing(locked: bytes) -> None:
    for wrong in ("", "drie losse woorde", PASSWORD.upper()):
        assert pypdf.PdfReader(io.BytesIO(locked)).decrypt(wrong) is PasswordType.NOT_DECRYPTED
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(locked, password=wrong or None)
    pypdfium2.PdfDocument(locked, password=PASSWORD).close()


def test_its_key_has_256_bits_and_what_it_tells_of_itself_is_locked_too(locked: bytes) -> None:
    lock = pypdf.PdfReader(io.BytesIO(locked)).trailer["/Encrypt"]
    assert (lock["/V"], lock["/CF"]["/StdCF"]["/CFM"]) == (5, "/AESV3")
    for word in (*WORDS, b"pdfaid", PASSWORD.encode()):
        assert word not in locked


def test_a_locked_paper_claims_no_archives_form(locked: bytes) -> None:
    opened = pypdf.PdfReader(io.BytesIO(locked), password=PASSWORD)
    assert opened.xmp_metadata is not None
    assert opened.xmp_metadata.pdfaid_part is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "paper.short_password"),
        ("elf tekens!", "paper.short_password"),
        ("   elf tekens!   ", "paper.short_password"),
        ("e" * 101, "paper.long_password"),
        ("drie losse wóórden", "paper.other_letters"),
        ("drie\nlosse woorden", "paper.other_letters"),
        ("drie losse woorden\x00", "paper.other_letters"),
    ],
)
def test_a_password_that_will_not_do_is_refused(typed: str, key: str) -> None:
    with pytest.raises(DomainError) as refused:
        usable(typed)
    assert refused.value.key == key
    assert "losse" not in str(refused.value.facts)


@pytest.mark.parametrize("typed", ["twaalf letter", "e" * 100, "ab!@#$%^&*()"])
def test_other_passwords_are_taken_as_they_are(typed: str) -> None:
    assert usable(f" {typed} ") == typed
