"""Archives in; their reports out, and a line for each member that is none."""

import io
import stat
import tracemalloc
import warnings
import zipfile
from pathlib import Path

import pytest

from headwater.read import read
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure, Page
from tests.documents import ARTICLE, HTML, docx, message, odt, pdf, printed, record, wacz, zipped

SMALL = ReadSettings(max_report_bytes=100_000, max_archive_bytes=1_000_000, max_members=5)


def shown(tmp_path: Path, content: bytes, settings: ReadSettings = SMALL, name: str = "a.zip") -> list[tuple[str, str]]:
    path = tmp_path / name
    path.write_bytes(content)
    results = list(read([str(path)], settings=settings))
    said = [r.media_type if isinstance(r, Page) else r.message if isinstance(r, Failure) else r.why for r in results]
    return [(r.source.removeprefix(f"{path}"), words) for r, words in zip(results, said, strict=True)]


def test_members_in_the_order_of_their_names(tmp_path: Path) -> None:
    inner = zipped({"c.docx": docx(), "d.pdf": pdf(printed())})
    members: dict[str, bytes | str] = {
        "b/a.html": HTML,
        "b/z.zip": inner,
        "a.txt": ARTICLE,
        ".hidden": "x",
        "__MACOSX/a.txt": "x",
        "r.jsonl": '{"a":1}\n{"b":2}\n',
        "dir/": "",
    }
    assert shown(tmp_path, zipped(members)) == [
        ("!a.txt", "text/plain"),
        ("!b/a.html", "text/html"),
        ("!b/z.zip!c.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("!b/z.zip!d.pdf", "application/pdf"),
        ("!r.jsonl#1", "application/json"),
        ("!r.jsonl#2", "application/json"),
    ]


def test_members_of_one_name_are_all_read(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive, warnings.catch_warnings(action="ignore"):
        for text in (ARTICLE, HTML, f"{ARTICLE} It rained."):
            archive.writestr("a.txt", text)
        archive.writestr("a.txt[2]", ARTICLE)
    assert shown(tmp_path, raw.getvalue()) == [
        (f"!a.txt{n}", kind) for n, kind in (("", "text/plain"), ("[2]", "text/html"), ("[2][2]", "text/plain"), ("[3]", "text/plain"))
    ]


def test_a_packed_web_archive_gives_its_pages_alone(tmp_path: Path) -> None:
    assert shown(tmp_path, wacz(record(kind="request"), record())) == [("!archive/data.warc.gz#1", "text/html")]


def test_office_documents_are_one_report(tmp_path: Path) -> None:
    assert shown(tmp_path, odt(), name="a.odt") == [("", "application/vnd.oasis.opendocument.text")]
    assert shown(tmp_path, docx(), name="a")[0][0] == ""


NO_TEXT = [
    ({"xl/workbook.xml": "x"}, "is a spreadsheet, which this version does not read"),
    ({"META-INF/container.xml": "x", "mimetype": "application/epub+zip"}, "is an e-book, which this version does not read"),
    ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}, "is a document of the kind"),
    ({}, "is an archive with no reports in it"),
    ({".x": "y"}, "is an archive with no reports in it"),
]


@pytest.mark.parametrize(("members", "why"), NO_TEXT)
def test_archives_without_reports(tmp_path: Path, members: dict[str, str], why: str) -> None:
    [(source, words)] = shown(tmp_path, zipped(members))
    assert source == ""
    assert words.startswith(why)


NAMES = [
    "../a.txt",
    "b/../../a.txt",
    "/etc/passwd",
    "\\windows\\a.txt",
    "C:\\a.txt",
    "c:a.txt",
    "..\\a.txt",
    "CON",
    "b/nul.txt",
    "com1.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_are_refused_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    found = dict(shown(tmp_path, zipped({name: ARTICLE, "fine.txt": ARTICLE})))
    assert found.pop("!fine.txt") == "text/plain"
    [why] = found.values()
    assert why.endswith("and is not read; take it out by hand if it is wanted")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_links_and_encrypted_members_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", ARTICLE)
    content = bytearray(out.getvalue())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(signature) + place] |= 1
    assert shown(tmp_path, bytes(content)) == [
        ("!link.txt", "is a link in an archive, and is not followed; name what it leads to"),
        ("!locked.txt", "is encrypted; unpack it with its password"),
    ]


def test_a_bomb_is_bounded(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {f"{n}.txt": bytes(5_000_000) for n in range(5)}
    members |= {"a.txt": ARTICLE, "z.jsonl": b"{}\n" * 3_000_000}
    settings = ReadSettings(max_report_bytes=100_000, max_archive_bytes=2_000_000)
    content = zipped(members)
    tracemalloc.start()
    found = shown(tmp_path, content, settings)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [words.partition(" (")[0] for _, words in found if "looks" in words] == ["looks like binary data"] * 5
    assert ("!a.txt", "text/plain") in found
    assert "max_archive_bytes" in found[-1][1]
    assert peak < 60_000_000 + len(found) * 2_000


def test_an_archive_of_many_files_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    found = shown(tmp_path, zipped({f"{n}.txt": ARTICLE for n in range(9)}))
    assert len(found) == 6
    assert found[-1] == ("", "an archive of 9 files, of which the first 5 (max_members) were read")


def test_archives_within_archives_end(tmp_path: Path) -> None:
    content = zipped({"a.txt": ARTICLE})
    for _ in range(6):
        content = zipped({"n.zip": content, "a.txt": ARTICLE})
    found = shown(tmp_path, content)
    assert len(found) == 4
    assert found[-1][1] == "is an archive more than 3 archives deep; unpack the outer ones"


def test_a_damaged_member_fails_alone(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": ARTICLE, "b.txt": ARTICLE}, stored=True))
    content[content.index(b"Nobody")] ^= 0xFF
    assert shown(tmp_path, bytes(content)) == [
        ("!a.txt", "is a damaged part of its archive (Bad CRC-32 for file 'a.txt'); fetch it again"),
        ("!b.txt", "text/plain"),
    ]


def test_a_message_in_an_archive_with_an_archive_attached(tmp_path: Path) -> None:
    head = "Content-Type: application/zip\r\nContent-Transfer-Encoding: binary\r\nContent-Disposition: attachment; filename=n.zip"
    mail = message(("Content-Type: text/plain", ARTICLE), (head, zipped({"x.txt": ARTICLE})))
    assert shown(tmp_path, zipped({"m.eml": mail})) == [("!m.eml", "message/rfc822"), ("!m.eml!n.zip!x.txt", "text/plain")]


def test_asides_are_no_failures(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message(("Content-Type: text/plain", ARTICLE), ("Content-Type: image/png; name=x.png", "x")))
    assert [type(r) for r in read([str(path)])] == [Page, Aside]
