"""Kinds of files and of what addresses hold, as problems name them: the catalogue's `input`."""

INPUTS = (
    "page", "feed", "site map", "pages", "maps",
    "PDF", "Word document", "Word document (.docx)", "workbook", "workbook (.xlsx)", "sheet",
    "Parquet file", "group of rows",
    "a PDF document", "a zip archive or Office document", "a PNG picture", "a JPEG picture",
    "a GIF picture", "a gzip archive", "an old Office document", "a database", "a 7z archive",
    "a rar archive",
)  # fmt: skip
