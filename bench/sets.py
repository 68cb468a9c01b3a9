"""Names of data sets in, their folders and what they may be used for out."""

import os
import pathlib

import msgspec

ROOT = pathlib.Path(__file__).resolve().parent.parent
"""The project's root."""
EXAMPLES = ROOT / "examples"


class DataSet(msgspec.Struct, frozen=True, kw_only=True):
    """A data set: where it lies under the data folder, what it holds, and what it may be used for."""

    name: str
    path: str
    """Under the data folder."""
    holds: str
    splits: tuple[str, ...] = ()
    trains: bool = False
    """May weights that ship be trained from it? False: it only measures."""
    terms: str = ""
    """Licence, or why it only measures."""


SETS = (
    DataSet(name="polnear", path="polnear", holds="attributions", splits=("train", "dev"), trains=True, terms="research corpus"),
    DataSet(name="mpqa", path="mpqa_chains.json", holds="nested sources", terms="no licence for the texts"),
    DataSet(name="uw", path="factuality", holds="certainty of events", splits=("train", "dev"), terms="news texts"),
    DataSet(name="uds", path="factuality", holds="certainty of events", splits=("train", "dev"), trains=True, terms="CC BY-SA 4.0"),
    DataSet(name="meantime", path="factuality", holds="certainty of events", splits=("train", "dev"), terms="kept apart to measure"),
    DataSet(name="web-names", path="names", holds="names on the web", splits=("train", "dev"), trains=True, terms="CC BY-SA 4.0"),
    DataSet(
        name="gum",
        path="names/gum",
        holds="names",
        splits=("news", "interview", "court", "academic"),
        trains=True,
        terms="CC BY",
    ),
    DataSet(name="gum-measure", path="names/gum", holds="names", splits=("bio", "voyage"), terms="not free for all uses"),
    DataSet(name="re3d", path="names/re3d", holds="names in security reports", trains=True, terms="public domain, OGL, CC BY"),
    DataSet(name="wnut17", path="names/wnut17", holds="names", trains=True, terms="CC BY 4.0"),
    DataSet(name="btc", path="names/btc", holds="names", trains=True, terms="CC BY 4.0"),
    DataSet(name="wikigold", path="names/wikigold.conll", holds="names", trains=True, terms="CC BY 4.0"),
    DataSet(name="name-pairs", path="names/same_name_pairs.csv", holds="pairs of names", terms="MIT; kept apart to measure"),
    DataSet(name="ecb", path="ecb", holds="events across articles", trains=True, terms="CC BY 3.0"),
    DataSet(name="spark", path="spark", holds="propositions across articles", terms="terms of Multi-News"),
    DataSet(name="nanco", path="nanco.json", holds="the same answer from many outlets", trains=True, terms="BSD-3"),
    DataSet(name="nli", path="nli", holds="entailment", splits=("snli", "mpe", "mnli", "scitail"), trains=True, terms="free"),
    DataSet(name="nli-measure", path="nli", holds="entailment", splits=("sick", "rte", "anli"), terms="non-commercial or unclear"),
    DataSet(name="propsegment", path="propsegment", holds="propositions and what entails them", splits=("dev",), terms="to measure"),
    DataSet(name="qa-align", path="qa_align_dev.csv", holds="aligned facts", splits=("dev",), terms="to measure"),
    DataSet(name="realsumm", path="stated_facts", holds="is a fact stated in a text", trains=True, terms="CC BY 4.0"),
    DataSet(name="timebank", path="time/timebank", holds="time expressions", terms="to measure"),
    DataSet(name="aquaint", path="time/aquaint", holds="time expressions", terms="to measure"),  # codespell:ignore aquaint
    DataSet(name="gum-dates", path="time/gum", holds="resolved dates", trains=True, terms="CC BY"),
    DataSet(name="date-phrases", path="time/phrases", holds="phrases and their dates", trains=True, terms="MIT"),
    DataSet(name="lgl", path="place/lgl.xml", holds="places with coordinates", terms="to measure"),
    DataSet(name="geovirus", path="place/GeoVirus.xml", holds="places with coordinates", terms="to measure"),
    DataSet(
        name="allsides",
        path="stories/allsides_tune.jsonl.gz",
        holds="a stream with stories",
        trains=True,
        terms="yes: only numbers leave it",
    ),
    DataSet(name="uci", path="stories/uci.jsonl.gz", holds="headlines with stories", terms="to measure"),
    DataSet(name="basil", path="stories/basil.jsonl.gz", holds="articles with stories", terms="to measure"),
    DataSet(name="helsinki", path="stories/helsinki.jsonl.gz", holds="one summit, wire copy", terms="to measure"),
    DataSet(name="background", path="stories/background.jsonl.gz", holds="articles without stories", terms="noise and load"),
)
"""What the data folder may hold; its own README is the last word on terms."""


def data_root() -> pathlib.Path:
    """The folder of the data sets: HEADWATER_DATA, or ../shared/data beside the project."""
    return pathlib.Path(os.environ.get("HEADWATER_DATA") or ROOT.parent / "shared" / "data")


def stories_root() -> pathlib.Path:
    """The folder of the stories with answers: ``stories`` beside the data folder."""
    return data_root().parent / "stories"


def find_set(name: str) -> pathlib.Path:
    """The path of a data set; KeyError names those that there are, FileNotFoundError where it lies elsewhere."""
    known = {s.name: s for s in SETS}
    if name not in known:
        raise KeyError(f"{name}: no such data set; there are {', '.join(sorted(known))}")
    path = data_root() / known[name].path
    if not path.exists():
        raise FileNotFoundError(f"{path}: not there; set HEADWATER_DATA to the folder that holds {known[name].path}")
    return path


def story_folders(root: pathlib.Path) -> tuple[pathlib.Path, ...]:
    """The folders below ``root`` that hold reports and an answer, by name."""
    if not root.is_dir():
        return ()
    return tuple(sorted(p for p in root.iterdir() if (p / "reports").is_dir() and (p / "gold.json").is_file()))
