"""Losses over partial labels. Each returns (sum of losses, number of items)."""
import torch


def tagging(scores, masks):
    """scores [B, N, C]; masks [B, N] int64, 0 = not annotated. -log of the allowed labels' joint probability."""
    chosen = masks != 0
    if not chosen.any():
        return None
    scores, masks = scores[chosen], masks[chosen]
    allowed = (masks.unsqueeze(-1) >> torch.arange(scores.shape[-1])) & 1 == 1
    loss = scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return loss.sum(), len(loss)


def linking(queries, keys, links, fall=0.0, reach=1):
    """queries, keys [B, N, d]; links (b [K], slot [K], target [K, N], candidate [K, N]).

    Softmax over the candidates of dot product / sqrt(d) - fall x distance in words (at most `reach`; none to [CLS], slot 0);
    all targets are right together.
    """
    b, slot, target, candidate = links
    scores = torch.einsum("kd,knd->kn", queries[b, slot], keys[b]) / queries.shape[-1] ** 0.5
    if fall:
        distance = (torch.arange(keys.shape[1])[None] - slot[:, None]).abs().clamp(max=reach)
        distance[:, 0] = 0
        scores = scores - fall * distance
    loss = scores.masked_fill(~(candidate | target), -1e4).logsumexp(-1) - scores.masked_fill(~target, -1e4).logsumexp(-1)
    return loss.sum(), len(loss)
