"""A checkpoint in, reader.onnx out: float32 in one folder to compare with, int8 in the one that is named.

    python -m training.reader.export [--checkpoint build/reader/reader.pt] [--exact build/reader/float32] [--out src/headwater/weights]

The trunk's matrices are int8 by channel and its activations by run; the layers of the heads stay float32.
"""

import argparse
import hashlib
import pathlib
import shutil

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.sets import ROOT
from training.reader.data import BUILD, TOKENIZER
from training.reader.model import Reader

WEIGHTS = ROOT / "src" / "headwater" / "weights"


def export(checkpoint: pathlib.Path, path: pathlib.Path) -> None:
    """Write the float32 ONNX file with free batch and length."""
    model = Reader(attention="eager")
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    ids = torch.ones((2, 8), dtype=torch.int64)
    free = {0: "batch", 1: "length"}
    torch.onnx.export(
        model.eval(),
        (ids, ids, ids),
        str(path),
        input_names=["ids", "shapes", "mask"],
        output_names=["marks", "states"],
        dynamic_axes=dict.fromkeys(("ids", "shapes", "mask", "marks", "states"), free),
        opset_version=17,
        dynamo=False,
    )


def quantise(exact: pathlib.Path, small: pathlib.Path) -> None:
    """Write the int8 file; products outside the trunk are left as they are."""
    kept = [n.name for n in onnx.load(exact).graph.node if n.op_type == "MatMul" and "/trunk/" not in n.name]
    quantize_dynamic(
        exact,
        small,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
    )


def main() -> None:
    """Export, quantise, say how large and which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=pathlib.Path, default=BUILD / "reader.pt")
    parser.add_argument("--exact", type=pathlib.Path, default=BUILD / "float32")
    parser.add_argument("--out", type=pathlib.Path, default=WEIGHTS)
    arguments = parser.parse_args()
    for folder in (arguments.exact, arguments.out):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "tokenizer.json").exists():
            shutil.copyfile(TOKENIZER, folder / "tokenizer.json")
    export(arguments.checkpoint, arguments.exact / "reader.onnx")
    quantise(arguments.exact / "reader.onnx", arguments.out / "reader.onnx")
    for folder in (arguments.exact, arguments.out):
        content = (folder / "reader.onnx").read_bytes()
        print(f"{folder / 'reader.onnx'}: {len(content) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
