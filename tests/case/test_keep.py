"""What is set aside in a case: taken out once a report stands there, and never a pointer to what is set aside itself."""

import json
import pathlib

from headwater.case import Case
from tests.case.reports import WordReader, write_reports

READER = WordReader()
TEXT = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. " * 4


def write(folder: pathlib.Path, name: str, more: str) -> str:
    path = folder / f"{name}.json"
    record = {"url": f"https://velden-herald.example/crane?{'utm_source' if name == 'a' else 'utm_medium'}={name}", "text": TEXT + more}
    path.write_text(json.dumps({**record, "outlet": "Velden Herald"}), encoding="utf8")
    return str(path)


def test_what_is_set_aside_names_what_stays(tmp_path: pathlib.Path) -> None:
    paths = [write(tmp_path, name, more) for name, more in (("a", ""), ("b", "Nobody was hurt."), ("c", "Nobody was hurt. Ships waited."))]
    with Case.create(tmp_path / "one.headwater") as case:
        for path in paths:
            case.add([path], reader=READER)
            case.run()
        assert [(a.source, a.why) for a in case.set_aside()] == [(path, f"the same article as {paths[2]}") for path in paths[:2]]


def test_a_wider_article_makes_its_story_anew(tmp_path: pathlib.Path) -> None:
    long, short = write(tmp_path, "a", "Nobody was hurt."), write(tmp_path, "b", "")
    with Case.create(tmp_path / "one.headwater") as case:
        for path in (long, short):
            case.add([path], reader=READER)
            case.run()
            assert case.verify() == ()
        assert len(case.brief().stories[0].articles[0].addresses) == 2


def test_what_was_set_aside_is_taken_out_once_a_report_stands_there(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "e.json"
    with Case.create(tmp_path / "one.headwater") as case:
        path.write_text('{"text": "just three words"}', encoding="utf8")
        case.add([str(path)], reader=READER)
        assert [a.source for a in case.set_aside()] == [str(path)]
        (report,) = write_reports(tmp_path / "good", 1)
        path.write_bytes(pathlib.Path(report).read_bytes())
        case.add([str(path)], reader=READER)
        case.run()
        assert case.set_aside() == ()
        assert case.count()["articles"] == 1
