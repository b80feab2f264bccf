"""Losses over partial labels. Each returns (sum of losses, number of items), both as tensors: nothing waits for the device."""
import torch

BLOCKED = -1e4


def tagging(scores, masks):
    """scores [..., C]; masks [...] int64, 0 = not annotated. -log of the allowed labels' joint probability."""
    known = masks != 0
    allowed = (masks.unsqueeze(-1) >> torch.arange(scores.shape[-1], device=masks.device)) & 1 == 1
    loss = scores.logsumexp(-1) - scores.masked_fill(~allowed, BLOCKED).logsumexp(-1)
    return torch.where(known, loss, 0.0).sum(), known.sum()


def link_scores(queries, keys, b, slot, fall=0.0, reach=1):
    """queries, keys [B, N, d]; K links from `slot` in window `b` -> [K, N]: dot product / sqrt(d) - fall x distance in words
    (at most `reach`; none to [CLS], slot 0)."""
    scores = torch.einsum("kd,knd->kn", queries[b, slot], keys[b]) / queries.shape[-1] ** 0.5
    if fall:
        distance = (torch.arange(keys.shape[1], device=keys.device)[None] - slot[:, None]).abs().clamp(max=reach)
        distance[:, 0] = 0
        scores = scores - fall * distance
    return scores


def linking(queries, keys, links, fall=0.0, reach=1):
    """links (b [K], slot [K], target [K, N], candidate [K, N]). Softmax over the candidates; all targets are right together."""
    b, slot, target, candidate = links
    scores = link_scores(queries, keys, b, slot, fall, reach)
    loss = scores.masked_fill(~(candidate | target), BLOCKED).logsumexp(-1) - scores.masked_fill(~target, BLOCKED).logsumexp(-1)
    return loss.sum(), torch.tensor(len(loss))


def governor_scores(queries, keys, sentence):
    """queries, keys [S, N, d], sentence [S, N] (-1 outside) -> [S, N, N] scores of words as governors: of the same sentence,
    not the word itself, or the root (slot 0)."""
    scores = queries @ keys.transpose(1, 2) / queries.shape[-1] ** 0.5
    own = torch.eye(scores.shape[-1], dtype=torch.bool, device=scores.device)
    allowed = (sentence[:, :, None] == sentence[:, None, :]) & ~own
    allowed[:, :, 0] = True
    return scores.masked_fill(~allowed, BLOCKED)


def governing(queries, keys, sentence, governor):
    """governor (b [S], slot [S, N], -1 unknown)."""
    b, slot = governor
    known, scores = slot >= 0, governor_scores(queries[b], keys[b], sentence[b])
    chosen = scores.gather(-1, slot.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return torch.where(known, scores.logsumexp(-1) - chosen, 0.0).sum(), known.sum()


def divergence(ours, theirs, temperature):
    """Kullback-Leibler divergence of two rows of scores over their last axis, softened -> [...]."""
    theirs = (theirs / temperature).log_softmax(-1)
    return (theirs.exp() * (theirs - (ours / temperature).log_softmax(-1))).sum(-1) * temperature ** 2
