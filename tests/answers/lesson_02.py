"""Lesson 02: right answers, written in other ways, and wrong ones; its guide's claims."""

import math

import torch
from torch import nn

from claims import Claim


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


class ClampsInVain(ByFunctions):
    def forward(self, x):
        h = self.linear1(x)
        h.clamp(min=0)
        h = self.linear2(h)
        h.clamp(min=0)
        return self.linear3(h)


class FirstOutputKept(ByFunctions):
    def forward(self, x):
        if not hasattr(self, "output"):
            self.output = super().forward(x)
        return self.output


class WithSigmoid(ByFunctions):
    def forward(self, x):
        return self.linear3(self.linear2(self.linear1(x).sigmoid()).sigmoid())


class CutOffAt6(ByFunctions):
    def forward(self, x):
        h = nn.functional.relu6(self.linear1(x))
        return self.linear3(nn.functional.relu6(self.linear2(h)))


class InAList(ByFunctions):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.linears = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]

    def forward(self, x):
        h = torch.relu(self.linears[0](x))
        return self.linears[2](torch.relu(self.linears[1](h)))


class FirstLayerFrozen(ByFunctions):
    def forward(self, x):
        h = x @ self.linear1.weight.data.T + self.linear1.bias
        return self.linear3(self.linear2(h.relu()).relu())


class SizesOfTheLesson(ByFunctions):
    def __init__(self, D_in, H, D_out):
        super().__init__(1000, 100, 10)


def of_linears_only(model):
    linears = [module for module in model.modules() if isinstance(module, nn.Linear)]
    return sum(param.numel() for linear in linears for param in linear.parameters())


def weights_and_biases(model):
    linears = [module for module in model.modules() if hasattr(module, "weight")]
    return sum(linear.weight.numel() + linear.bias.numel() for linear in linears)


def of_trained_parameters(model):
    return sum(param.numel() for param in filter(lambda p: p.requires_grad, model.parameters()))


def of_all_names(model):
    named = model.named_parameters(remove_duplicate=False)
    return sum(param.numel() for _, param in named)


def with_all_buffers(model):
    return by_loop(model) + sum(buffer.numel() for buffer in model.buffers())


def rows_times_columns(model):
    shapes = [param.shape for param in model.parameters() if param.ndim]
    return 1 + sum(shape[0] * (shape[1] if len(shape) > 1 else 1) for shape in shapes)


WRONG = {
    "check_DeepNet": {
        ClampsInVain: "`clamp` returns a new Tensor",
        FirstOutputKept: "not the expected one",
        CutOffAt6: "not the expected one",
        WithSigmoid: "not the expected one",
        InAList: "not registered",
        FirstLayerFrozen: "linear1.weight.grad",
        SizesOfTheLesson: "error",
    },
    "check_count_parameters": {
        of_linears_only: "not the expected one",
        weights_and_biases: "error",
        of_trained_parameters: "not trained",
        of_all_names: "not the expected one",
        with_all_buffers: "not the expected one",
        rows_times_columns: "not the expected one",
    },
}

CLAIMS = [
    Claim('print("y_pred:', "W1 @ x", ["RuntimeError"]),
    Claim(
        "net = TwoLayerNet(",
        """
        again("super().__init__()", "# super().__init__()", since="class TwoLayerNet")
        """,
        ["AttributeError"],
    ),
    Claim(
        "",
        "print(N * H, len(linear.bias), len(z_randn))",
        ["6400", "100", "64"],
    ),
    Claim(
        "",
        """
        zero = TwoLayerNet(D_in, H, D_out)
        for param in zero.parameters():
            nn.init.zeros_(param)
        ((zero(x) - y) ** 2).sum().backward()
        print([int((param.grad != 0).sum()) for param in zero.parameters()])
        """,
        ["0", "0", "0", "10"],
    ),
    Claim(
        "class DeepNet(",
        """
        again("return None", "return self.linear3(nn.ReLU(self.linear1(x)))")
        """,
        ["TypeError"],
    ),
    Claim("", "print(torch.allclose(two_layers, one_layer))", ["False"]),
    Claim(
        "",
        """
        class Listed(nn.Module):
            def __init__(self, keep):
                super().__init__()
                self.linears = keep([nn.Linear(D_in, H), nn.Linear(H, D_out)])

            def forward(self, x):
                return self.linears[1](self.linears[0](x).clamp(min=0))
        listed = Listed(list)
        assert listed(x).shape == y.shape
        print(len(list(listed.parameters())))
        print(len(list(Listed(nn.ModuleList).parameters())))
        """,
        ["0", "4"],
    ),
    Claim(
        "",
        """
        many = sum(param.numel() for param in TwoLayerNet(1000, 200, 10).parameters())
        few = sum(param.numel() for param in TwoLayerNet(1000, 100, 10).parameters())
        print(f"{many:,} {2 * few - many}")
        """,
        ["202,210", "10"],
    ),
    Claim("", "print(model[1])", ["ReLU"]),
]
