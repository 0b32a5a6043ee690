"""Bytes of a page to text, a tree of elements, and the words a reader would see. No bytes raise anything."""

import codecs
import re
from html import unescape

from lxml import etree, html

from crawlers.watching.limits import MAX_BYTES, MAX_TEXT, MAX_VALUE
from directory.domain.sources import RawDocument

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 30_000
"""Bytes from the start among which a page may say its charset: browsers look through 1,024, archives add to them."""

_MOST_DECLARED = 4
"""Charsets tried of those declared."""

_WEB_CHARSET = re.compile(
    r"utf-?8|utf-?16(?:[-_]?[lb]e)?|iso-?8859-?[0-9]{1,2}(?:-[ei])?|latin-?[0-9]|us-ascii|ascii|(?:windows|cp)-?[0-9]{3,4}"
    r"|koi8-?[ru]|gb2312|gbk|gb18030|big5(?:-?hkscs)?|shift[-_]?jis|euc-(?:jp|kr)|macintosh|mac-roman",
    re.IGNORECASE,
)
"""Python knows more codecs, some of which are no charsets or warn about what they decode."""

_MEANT = (
    (re.compile(r"gb", re.IGNORECASE), "gb18030"),
    (re.compile(r"(?:iso-?8859-?1|latin-?1|(?:us-)?ascii)$", re.IGNORECASE), "cp1252"),
)
"""What is meant by charsets that are part of a larger one, as browsers read them."""

_UNSEEN = ("script", "style", "template", "noscript", "head", "svg", "object", "iframe", "select", "textarea")
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)
_CELLS = frozenset({"td", "th", "option", "button", "label"})
_TAG = re.compile(r"<[^<>]*>")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decoded(document: RawDocument) -> str:
    """The text of a document by its byte order mark, as UTF-8 if it is that, by what is declared, or as Windows-1252.

    UTF-8 goes before what is declared: text that is not UTF-8 hardly ever reads as such, and declarations are often
    wrong. What cannot be decoded becomes U+FFFD.
    """
    content = document.content[:MAX_BYTES]
    for mark, charset in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _cleaned(content[len(mark) :].decode(charset, "replace"))
    for charset in _candidates(content, document.media_type or ""):
        text = _decoded_as(charset, content)
        if text is not None:
            return _cleaned(text)
    return _cleaned(content.decode("cp1252", "replace"))


def _candidates(content: bytes, media_type: str) -> list[str]:
    # Scripts and style sheets may have charsets of their own, declared before the page's.
    written = (media_type.encode("ascii", "replace"), content[:_DECLARED_WITHIN])
    declared = dict.fromkeys(match[1].decode("ascii").lower() for text in written for match in _CHARSET.finditer(text))
    # Text in UTF-16 reads as UTF-8 with a null in every second place.
    chosen = list(declared)[:_MOST_DECLARED]
    return [*chosen, "utf-8"] if b"\x00" in content else ["utf-8", *chosen]


def _decoded_as(charset: str, content: bytes) -> str | None:
    """The text if all of it reads in ``charset``, but for a character that the cap on size may have cut in two."""
    if _WEB_CHARSET.fullmatch(charset) is None:
        return None
    charset = next((larger for part, larger in _MEANT if part.match(charset)), charset)
    try:
        return codecs.getincrementaldecoder(charset)().decode(content, final=len(content) < MAX_BYTES)
    except (UnicodeError, LookupError):
        return None


def _cleaned(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def tree_of(text: str) -> html.HtmlElement:
    """The elements of a page; an empty page for what has none.

    The parser leaves out what lies more than 255 elements deep, and with it any danger of going too deep.
    """
    # Encoded again because the parser refuses text that declares a charset of its own.
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.document_fromstring("<html><body></body></html>")


def without_unseen(tree: html.HtmlElement) -> html.HtmlElement:
    """``tree`` itself, less scripts, styles, templates and comments."""
    etree.strip_elements(tree, *_UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return tree


def lines_of(tree: html.HtmlElement) -> str:
    """The words of a tree that `without_unseen` went over: a line for each block or row, spaces folded, none empty."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        elif element.tag in _CELLS:
            pieces.append(" ")
        # New lines in the source of a page are spaces to its reader.
        piece = element.text if event == "start" else element.tail
        if piece:
            pieces.append(piece if element.tag == "pre" and event == "start" else piece.replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)[:MAX_TEXT]


def words_of(marked_up: str) -> str:
    """A short text with any tags and entities taken out and spaces folded, such as the title of a feed's item."""
    return " ".join(_cleaned(unescape(_TAG.sub(" ", marked_up[: 4 * MAX_VALUE]))).split())[:MAX_VALUE]
