"""The bytes of XML in; its tree out, with nothing loaded, nothing expanded and nothing too deep."""

from lxml import etree

from headwater.errors import ReadError


def tree_of(content: bytes) -> etree._Element:
    """The root of an XML document, mended where it is slightly broken; ReadError where nothing can be made of it."""
    # entities are not resolved, so none can be a file or grow without end; huge_tree=False bounds depth and text
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"is broken XML ({error})") from error
    if root is None:
        raise ReadError("is broken XML: nothing in it can be read")
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def space(element: etree._Element) -> str:
    """An element's namespace; "" where it has none."""
    return element.tag[1:].partition("}")[0] if isinstance(element.tag, str) and element.tag.startswith("{") else ""


def text(element: etree._Element | None) -> str:
    """All text in an element, edges trimmed; "" where there is none."""
    return "".join(element.itertext()).strip() if element is not None else ""
