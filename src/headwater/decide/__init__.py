"""A story's guesses and what people decided in, the plan by which it is counted again out; and the same shown beside the guesses.

``attach`` finds where the anchors of decisions stand now, ``decide`` resolves what they say of one story, and ``show``
puts it into the brief's story. ``as_decided`` gives the story as it reads when the decisions are taken for the truth.
"""

from headwater.decide.attach import attach
from headwater.decide.make import anchor_of, decision_id, make_anchor, make_decision
from headwater.decide.order import find_live, in_order
from headwater.decide.origins import find_unnamed, may_be
from headwater.decide.plan import Block, Plan, decide
from headwater.decide.show import show
from headwater.decide.view import as_decided

__all__ = [
    "Block",
    "Plan",
    "anchor_of",
    "as_decided",
    "attach",
    "decide",
    "decision_id",
    "find_live",
    "find_unnamed",
    "in_order",
    "make_anchor",
    "make_decision",
    "may_be",
    "show",
]
