"""A model in, its weights moved step by step: two rates that rise and fall, and gradients that are bounded."""

import torch


class Trainer:
    """A model and what moves it."""

    def __init__(self, model: torch.nn.Module, total: int, *, trunk: float, heads: float, warm: int = 200) -> None:
        """The rates of the trunk and of the new layers rise for ``warm`` steps and fall to nothing at the last of ``total``."""
        self.model = model.train()
        named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.moved = [p for _, p in named]
        old = [p for n, p in named if n.startswith(("trunk", "state"))]
        new = [p for n, p in named if not n.startswith(("trunk", "state"))]
        self.optimizer = torch.optim.AdamW([{"params": old, "lr": trunk}, {"params": new, "lr": heads}], weight_decay=0.01)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda n: min((n + 1) / warm, max(0.0, (total - n) / total)))

    def step(self, loss: torch.Tensor) -> None:
        """Move once."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.moved, 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
