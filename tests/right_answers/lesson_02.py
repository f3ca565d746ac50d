"""Right answers to the exercises of lesson 02, written in other ways than the reference."""

import math

import torch
from torch import nn


class ByFunctions(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.linear1 = nn.Linear(D_in, H)
        self.linear2 = nn.Linear(H, H)
        self.linear3 = nn.Linear(H, D_out)

    def forward(self, x):
        h = torch.relu(self.linear1(x))
        h = nn.functional.relu(self.linear2(h))
        return self.linear3(h)


class ByModules(ByFunctions):
    def forward(self, x):
        relu = nn.ReLU()
        return self.linear3(relu(self.linear2(relu(self.linear1(x)))))


class BySequential(ByFunctions):
    def forward(self, x):
        return nn.Sequential(self.linear1, nn.ReLU(), self.linear2, nn.ReLU(), self.linear3)(x)


class ByProducts(ByFunctions):
    def forward(self, x):
        for linear in (self.linear1, self.linear2):
            z = linear(x)
            x = z * (z > 0)
        return self.linear3(x)


class ByMatrices(ByFunctions):
    def forward(self, x):
        h = torch.maximum(x @ self.linear1.weight.T + self.linear1.bias, torch.tensor(0.0))
        h = torch.where((z := self.linear2(h)) > 0, z, 0)
        return h @ self.linear3.weight.T + self.linear3.bias


class InAnotherOrder(ByFunctions):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.linear3 = nn.Linear(H, D_out)
        self.linear2 = nn.Linear(H, H)
        self.linear1 = nn.Linear(D_in, H)


def by_loop(model):
    total = 0
    for _, param in model.named_parameters():
        total = total + param.numel()
    return total


def by_products_of_sizes(model):
    return sum(math.prod(param.shape) for param in model.parameters())


def by_one_vector(model):
    return len(nn.utils.parameters_to_vector(model.parameters()))


def by_flattening(model):
    return sum([len(param.flatten()) for param in model.parameters()])


RIGHT = {
    "check_DeepNet": (ByFunctions, ByModules, BySequential, ByProducts, ByMatrices, InAnotherOrder),
    "check_count_parameters": (by_loop, by_products_of_sizes, by_one_vector, by_flattening),
}
