"""A checkpoint of the pair model in, judge.onnx out: float32 in one folder to compare with, int8 in the one that is named.

python -m training.pairs.export [--build build/pairs] [--out src/headwater/weights]
"""

import argparse
import hashlib
import pathlib
import shutil

import torch

from training.pairs.data import BUILD
from training.pairs.train import PairModel
from training.reader.data import TOKENIZER
from training.reader.export import WEIGHTS, quantise


def export(checkpoint: pathlib.Path, path: pathlib.Path) -> None:
    """Write the float32 ONNX file with free batch and length."""
    model = PairModel(attention="eager")
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    ids = torch.ones((2, 8), dtype=torch.int64)
    free = {0: "batch", 1: "length"}
    torch.onnx.export(
        model.eval(),
        (ids, torch.zeros_like(ids), ids),
        str(path),
        input_names=["ids", "types", "mask"],
        output_names=["logits"],
        dynamic_axes={**dict.fromkeys(("ids", "types", "mask"), free), "logits": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    """Export, quantise, say how large and which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=BUILD)
    parser.add_argument("--out", type=pathlib.Path, default=WEIGHTS)
    arguments = parser.parse_args()
    exact = arguments.build / "float32"
    exact.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(arguments.build / "pairs.pt", exact / "judge.onnx")
    quantise(exact / "judge.onnx", arguments.out / "judge.onnx")
    for folder in (exact, arguments.out):
        if not (folder / "tokenizer.json").exists():
            shutil.copy(TOKENIZER, folder / "tokenizer.json")
    written = (arguments.out / "judge.onnx").read_bytes()
    print(f"{len(written)} bytes, SHA-256 {hashlib.sha256(written).hexdigest()}")


if __name__ == "__main__":
    main()
