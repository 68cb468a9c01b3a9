"""The standing of a claim and the articles that it leans on in, the standing that says which of them were taken back or corrected out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.types import Article, Standing, Statement


def with_notices(standing: Standing, statements: Sequence[Statement], articles: Mapping[str, Article]) -> Standing:
    """The standing with a reason for each kind of notice that an article behind it carries; the counts stay."""
    told = [articles[i] for i in dict.fromkeys(s.article for s in statements)]
    retracted = [a for a in told if a.retracted is not None]
    corrected = [a for a in told if a.retracted is None and a.corrected is not None]
    lines = (
        f"Leans on what was taken back since: {_names(retracted)}." if retracted else "",
        f"Leans on what carries a correction: {_names(corrected)}." if corrected else "",
    )
    said = tuple(filter(None, lines))
    return msgspec.structs.replace(standing, why=(*standing.why, *said)) if said else standing


def _names(articles: Sequence[Article]) -> str:
    names = list(dict.fromkeys(a.outlet or f"the report {a.source.rsplit('/', 1)[-1]}" for a in articles))
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
