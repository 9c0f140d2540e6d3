"""The extractors, each from a PDF to the texts of its pages, and what is put where a page ends."""

import shutil
import subprocess
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

Extractor = Callable[[Path], list[str]]

#: What a text has where a page ends, by turns; {page} is the number of the page that begins there.
PAGE_ENDS = ("\f", "\n<PAGE_DIV>\n", "\n--- Page {page} ---\n", "\n<!-- Page {page} -->\n")


def _pdftotext(*options: str) -> Extractor:
    def extract(pdf: Path) -> list[str]:
        command = ["pdftotext", "-enc", "UTF-8", *options, str(pdf), "-"]
        text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        return text.removesuffix("\f").split("\f")

    return extract


def _pypdf(pdf: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def _pdfminer(pdf: Path) -> list[str]:
    return str(extract_text(pdf)).removesuffix("\f").split("\f")


def _pypdfium2(pdf: Path) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _pymupdf(pdf: Path) -> list[str]:
    with pymupdf.open(pdf) as document:
        return [page.get_text() for page in document]


def available() -> dict[str, Extractor]:
    """The extractors of this machine by name. pdftotext is a program; the others come with the extra `bench`."""
    programs = {"pdftotext": _pdftotext(), "pdftotext -layout": _pdftotext("-layout")} if has_pdftotext() else {}
    return {**programs, "pypdf": _pypdf, "pdfminer.six": _pdfminer, "pypdfium2": _pypdfium2, "PyMuPDF": _pymupdf}


def has_pdftotext() -> bool:
    return shutil.which("pdftotext") is not None


def versions() -> dict[str, str]:
    """What the figures depend on besides Wenlint."""
    found = {
        name: version(name) for name in ("typst", "autocorrect-py", "pypdf", "pdfminer.six", "pypdfium2", "PyMuPDF")
    }
    if find_spec("unstructured"):
        found["unstructured"] = version("unstructured")
    if has_pdftotext():
        about = subprocess.run(["pdftotext", "-v"], capture_output=True, check=True).stderr.decode()
        found["pdftotext"] = about.split()[2]
    return found


def joined(pages: list[str], turn: int) -> str:
    """The text of all pages, with the marks between them that it is the turn of."""
    end = PAGE_ENDS[turn % len(PAGE_ENDS)]
    return pages[0] + "".join(end.format(page=number) + page for number, page in enumerate(pages[1:], 2))
