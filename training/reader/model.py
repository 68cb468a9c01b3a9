"""Word pieces and the case of their letters in; the reader's marks and states out, as a torch module."""

import torch
from transformers import AutoModel

from headwater.labels import WIDTH
from headwater.pieces import SHAPES
from training.trunk import CHECKPOINT

HIDDEN = 384


class Reader(torch.nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """MiniLM-L6 with the case of each word as a further embedding; one hidden layer serves all heads.

    The states go through a layer of their own, so that their means over a clause can be MiniLM's sentence vectors
    while the trunk learns to mark.
    """

    def __init__(self, *, attention: str = "sdpa", dropout: float = 0.0) -> None:
        """Load the trunk; the new layers begin as no change at all or small."""
        super().__init__()
        self.trunk = AutoModel.from_pretrained(
            CHECKPOINT,
            attn_implementation=attention,
            local_files_only=True,
            add_pooling_layer=False,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
        )
        self.shape = torch.nn.Embedding(SHAPES, HIDDEN)
        torch.nn.init.zeros_(self.shape.weight)
        self.between = torch.nn.Sequential(torch.nn.Linear(HIDDEN, HIDDEN), torch.nn.GELU(), torch.nn.LayerNorm(HIDDEN))
        self.heads = torch.nn.Linear(HIDDEN, WIDTH)
        self.state = torch.nn.Linear(HIDDEN, HIDDEN)
        torch.nn.init.eye_(self.state.weight)
        torch.nn.init.zeros_(self.state.bias)

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Marks (batch, pieces, WIDTH) and states (batch, pieces, 384)."""
        embedded = self.trunk.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.trunk(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.heads(self.between(hidden)), self.state(hidden)
