"""The parts of a story and what people decided in, its BriefStory with the guesses and the decisions side by side out."""

from collections.abc import Sequence

import msgspec

from headwater.brief import Parts, assemble
from headwater.decide import decide, show
from headwater.trace import trace
from headwater.types import Attached, BriefStory, Decision


def assemble_decided(parts: Parts, decisions: Sequence[Decision], attached: Sequence[Attached]) -> BriefStory:
    """The story as the brief shows it; the program's own where none of the decisions bears on it.

    Args:
        parts: everything that the stages found for the story.
        decisions: all there are, in any order, also those of other stories.
        attached: where their anchors stand now, of ``headwater.decide.attach``.
    """
    story = assemble(parts)
    plan = decide(story, decisions, attached)
    if not plan.log:
        return story
    statements = {i: msgspec.structs.replace(s, status=plan.statuses[i]) if i in plan.statuses else s for i, s in parts.statements.items()}
    traced = trace(parts.story, parts.articles, parts.notes, plan.claims, statements, rulings=plan.rulings)
    return show(story, plan, traced)
