"""Linear layers that multiply in bf16 and keep everything else in float32: on CPUs with AVX-512 BF16 a step takes about 0.6
of the time, while autocast, which also reads attention and norms in bf16, is slower than float32 there."""
import torch
import torch.nn.functional as F
from torch import nn


class Product(torch.autograd.Function):
    """x [..., in] · weight [out, in]ᵀ + bias; products in bf16, sums in float32."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        flat, half = x.reshape(-1, x.shape[-1]).bfloat16(), weight.bfloat16()
        ctx.save_for_backward(flat, half)
        ctx.shape = x.shape
        return F.linear(flat, half).float().add_(bias).view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx, gradient):
        flat, half = ctx.saved_tensors
        gradient = gradient.reshape(-1, gradient.shape[-1])
        narrow = gradient.bfloat16()
        return (narrow @ half).float().view(ctx.shape), (narrow.t() @ flat).float(), gradient.sum(0)


class Linear(nn.Linear):
    def forward(self, x):
        return Product.apply(x, self.weight, self.bias) if self.training else super().forward(x)


def convert(model):
    """The model's large layers become such layers, in place; parameters and their names stay. -> the model"""
    large = [getattr(layer, name) for layer in model.encoder.layers for name in ("qkv", "out", "up", "down")]
    for linear in [*large, *model.hidden.values()]:
        linear.__class__ = Linear
    return model
