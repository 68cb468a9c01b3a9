"""The stories of `python -m bench gold` in, the table of figures in limits.md out.

    python docs/figures.py

Run it from the project's root after a change that moves a figure.
"""  # noqa: INP001 - a script beside the pages that it writes

import pathlib
import re

from bench import gold
from bench.sets import story_folders

PAGE = pathlib.Path(__file__).with_name("limits.md")
PLACE = re.compile(r"(?<=<!-- figures: begin -->\n\n).*?(?=\n\n<!-- figures: end -->)", re.DOTALL)
LOWER_IS_BETTER = ("falsely_corroborated",)
FIGURES = {
    "article_read": "reports read",
    "same_story": "pairs of reports in one story",
    "furniture_dropped": "lines of furniture cut",
    "body_kept": "body kept",
    "outlet": "outlet right",
    "published": "date right, where the report gives one",
    "credits_f1": "outlets and agencies that a whole article passes on, F1",
    "copies_f1": "pairs of copies, F1",
    "statement_found": "statements found",
    "own_voice": "statements in the article's own voice taken for such",
    "origin_named": "source nearest to the fact right",
    "chain_exact": "whole chain right",
    "status": "status right",
    "status_not_asserted": "status right, of those that are not asserted",
    "same_claim_p": "pairs of statements in one claim, precision",
    "same_claim_r": "pairs of statements in one claim, recall",
    "corroborated_p": "claims called corroborated, precision",
    "corroborated_r": "claims called corroborated, recall",
    "falsely_corroborated": "claims with a low end above the right one (lower is better)",
    "origins_range": "range of origins exactly right",
    "origins_range_near": "range of origins right within one at each end",
    "conflicts_p": "conflicts, precision",
    "conflicts_r": "conflicts, recall",
    "dates_f1": "dated events, F1",
    "place_found": "places found",
    "place_within_161km": "places found whose point is within 161 km",
}


def table(figures: gold.Figures) -> str:
    """A row a figure: all stories together, and the story that does worst."""
    rows = ["| figure | what it is | all | worst story |", "|---|---|---|---|"]
    for name, meaning in FIGURES.items():
        each = [one[name] for story, one in figures.items() if story != "all" and name in one]
        if each:
            worst = max(each) if name in LOWER_IS_BETTER else min(each)
            rows.append(f"| `{name}` | {meaning} | {figures['all'][name]:.2f} | {worst:.2f} |")
    return "\n".join(rows)


def main() -> None:
    """Measure, and write the table into its place."""
    measured = table(gold.measure(story_folders(gold.choose_stories())))
    PAGE.write_text(PLACE.sub(lambda _: measured, PAGE.read_text(encoding="utf8")), encoding="utf8")


if __name__ == "__main__":
    main()
