"""The reader's model: one encoder, a handful of linear heads. Shapes in comments: B exchanges, T tokens, H hidden, D shared space.

Sequence: [CLS] earlier exchanges and question [SEP] answer [SEP], words only (words.py).
Token heads (per answer token): evidence for, evidence against, STAR parts. Answer heads (from [CLS], the mean of the answer and its most telling words):
verdict (cumulative: beyond insufficient, beyond weak, beyond mixed), mode, agency, probe, and a point in the shared space
where principles and indicators lie too, placed there by their text, so that a new pack needs no training.
"""
import torch
from torch import nn
from transformers import AutoModel

TOKEN_HEADS = ["for", "against", "S", "T", "A", "R"]
SHARED = 128


class Reader(nn.Module):
    def __init__(self, encoder_folder, layers=None, modes=3, agencies=3, probes=15):
        """layers: keep only the first ones of the encoder (Sajjad et al. 2023: the upper third adds little after tuning)."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder)
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
            self.encoder.config.num_hidden_layers = layers
        hidden = self.encoder.config.hidden_size
        self.token_heads = nn.Linear(hidden, len(TOKEN_HEADS))
        self.attend = nn.Linear(hidden, 1)  # which words of the answer tell most: padding must not water them down
        self.verdict = nn.Linear(3 * hidden, 3)
        self.mode = nn.Linear(3 * hidden, modes)
        self.agency = nn.Linear(3 * hidden, agencies)
        self.probe = nn.Linear(3 * hidden, probes)
        self.span_mode = nn.Linear(hidden, modes)
        self.span_agency = nn.Linear(hidden, agencies)
        self.to_shared = nn.Linear(hidden, SHARED, bias=False)        # spans and indicator texts: one map, one space
        self.answer_shared = nn.Linear(3 * hidden, SHARED, bias=False)  # the whole exchange into the same space
        self.scale = nn.Parameter(torch.tensor(10.0))
        self.dropout = nn.Dropout(0.1)

    @classmethod
    def load(cls, encoder_folder, checkpoint):
        saved = torch.load(checkpoint, weights_only=True)
        model = cls(encoder_folder, saved["options"].get("layers"))
        model.load_state_dict(saved["state"])
        return model.eval()

    def lower(self, ids, mask, types, layers):
        """Embeddings and the first layers: what stays as it was can be computed once."""
        states = self.encoder.embeddings(input_ids=ids, token_type_ids=types)
        return self._run(states, mask, self.encoder.encoder.layer[:layers])

    def upper(self, states, mask, layers):
        return self._run(states, mask, self.encoder.encoder.layer[layers:])

    @staticmethod
    def _run(states, mask, layers):
        bias = ((1 - mask)[:, None, None, :] * -1e4).to(states.dtype)
        for layer in layers:
            states = layer(states, bias)
            bias = bias.to(states.dtype)
        return states  # (B, T, H)

    def encode(self, ids, mask, types):
        return self._run(self.encoder.embeddings(input_ids=ids, token_type_ids=types), mask, self.encoder.encoder.layer)

    def heads(self, states, answer_mask):
        weights = answer_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1)
        attention = self.attend(states).squeeze(-1).masked_fill(answer_mask == 0, -1e4).softmax(-1)  # (B, T)
        attended = (states * attention.unsqueeze(-1)).sum(1)
        pooled = self.dropout(torch.cat([states[:, 0], mean, attended], -1))  # (B, 3H)
        return {
            "verdict": self.verdict(pooled),
            "mode": self.mode(pooled),
            "agency": self.agency(pooled),
            "probe": self.probe(pooled),
            "shared": nn.functional.normalize(self.answer_shared(pooled), dim=-1),
            "token": self.token_heads(self.dropout(states)),
        }

    def pool_spans(self, states, spans):
        """spans: list of (row, first token, one past the last) -> (N, H)"""
        return torch.stack([states[row, begin:end].mean(0) for row, begin, end in spans])

    def span_shared(self, pooled):
        return nn.functional.normalize(self.to_shared(pooled), dim=-1)
