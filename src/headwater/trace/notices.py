"""The standing of a claim and the articles that it leans on in, the standing that says which of them were taken back or corrected out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.types import Article, Claim, Standing, Statement


def with_notices(standing: Standing, statements: Sequence[Statement], articles: Mapping[str, Article]) -> Standing:
    """The standing with a reason for each kind of notice that an article behind it carries; the range is not its to change."""
    told = [articles[i] for i in dict.fromkeys(s.article for s in statements)]
    retracted = [a for a in told if a.retracted is not None]
    corrected = [a for a in told if a.retracted is None and a.corrected is not None]
    lines = (
        f"Leans on what was taken back since: {_names(retracted)}." if retracted else "",
        f"Leans on what carries a correction: {_names(corrected)}." if corrected else "",
    )
    said = tuple(filter(None, lines))
    return msgspec.structs.replace(standing, why=(*standing.why, *said)) if said else standing


def not_taken_back(claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> frozenset[str]:
    """The statements of a claim that surely say the same, without those of articles that were taken back."""
    return frozenset(i for i in claim.sure if articles[statements[i].article].retracted is None)


def _names(articles: Sequence[Article]) -> str:
    names = list(dict.fromkeys(a.outlet or f"the report {a.source.rsplit('/', 1)[-1]}" for a in articles))
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
