"""Documents in formats that are not read: they are counted, so that a folder of them is never called clean."""

from collections import Counter

#: Extensions, lower case, of files that people write prose in, for other people to read. Not among them: source code,
#: configuration and data (`.json`, `.yaml`, `.xml`), images and archives. Nobody takes those for checked, and a count
#: of them would be a line of noise in every run.
DOCUMENTS = frozenset(
    (
        ".adoc", ".asciidoc", ".ass", ".azw3", ".csv", ".doc", ".docm", ".docx", ".epub", ".fb2", ".fodt", ".hwp",
        ".hwpx", ".htm", ".html", ".ipynb", ".jsonl", ".ltx", ".mdx", ".mediawiki", ".mobi", ".ndjson", ".numbers",
        ".odp", ".ods", ".odt", ".org", ".pages", ".parquet", ".pdf", ".po", ".pot", ".ppt", ".pptx", ".qmd", ".rmd",
        ".rst", ".rtf", ".sbv", ".srt", ".ssa", ".sub", ".tex", ".textile", ".tsv", ".ttml", ".typ", ".vtt", ".wiki",
        ".wpd", ".wps", ".xhtml", ".xlf", ".xliff", ".xls", ".xlsx",
    )
)  # fmt: skip
#: So many extensions are named.
NAMED = 5


def sentence(counts: Counter[str]) -> str:
    """What is said of so many files by extension, the most frequent first; nothing where there is none."""
    if not (total := counts.total()):
        return ""
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{count} {extension}" for extension, count in most[:NAMED])
    return f"{total} {'file' if total == 1 else 'files'} in formats that are not read: {named}" + (
        ", …" if len(most) > NAMED else ""
    )
