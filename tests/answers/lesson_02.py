"""Lesson 02: right answers, written in other ways, and wrong ones; its guide's claims."""

import math

import torch
from torch import nn

from claims import Claim, typed_in
from recaps import Told


def by_inner_products(x, weight, bias):
    columns = [(x * row).sum(dim=-1) for row in weight]
    return torch.stack(columns, dim=-1) + bias


def by_einsum(x, weight, bias):
    return torch.einsum("...i,oi->...o", x, weight).add(bias)


def by_transposing_twice(x, weight, bias):
    return torch.matmul(weight, x.unsqueeze(-1)).squeeze(-1) + bias


class ByFunctions(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)])

    def forward(self, x):
        h = torch.relu(self.layers[0](x))
        h = nn.functional.relu(self.layers[1](h))
        return self.layers[2](h)


class ByALoop(ByFunctions):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x).clamp(min=0)
        return self.layers[-1](x)


class BySequential(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        layers = [nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, H), nn.ReLU(), nn.Linear(H, D_out)]
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


class ByNames(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.linear1 = nn.Linear(D_in, H)
        self.linear2 = nn.Linear(H, H)
        self.linear3 = nn.Linear(H, D_out)

    def forward(self, x):
        for linear in (self.linear1, self.linear2):
            z = linear(x)
            x = z * (z > 0)
        return self.linear3(x)


class InAnotherOrder(ByNames):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.linear3 = nn.Linear(H, D_out)
        self.linear2 = nn.Linear(H, H)
        self.linear1 = nn.Linear(D_in, H)


class ByRegistering(ByFunctions):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]
        for i, layer in enumerate(self.layers):
            self.add_module(f"layer{i}", layer)


class ByMatrices(ByFunctions):
    def forward(self, x):
        first, second, last = self.layers
        h = torch.maximum(x @ first.weight.T + first.bias, torch.tensor(0.0))
        h = torch.where((z := second(h)) > 0, z, 0)
        return h @ last.weight.T + last.bias


def by_loop(model):
    total = 0
    for _, param in model.named_parameters():
        if param.requires_grad:
            total = total + param.numel()
    return total


def by_products_of_sizes(model):
    return sum(param.requires_grad * math.prod(param.shape) for param in model.parameters())


def by_subtracting(model):
    frozen = (param.numel() for param in model.parameters() if not param.requires_grad)
    return sum(param.numel() for param in model.parameters()) - sum(frozen)


def by_flattening(model):
    trained = filter(lambda param: param.requires_grad, model.parameters())
    return sum([len(param.flatten()) for param in trained])


RIGHT = {
    "check_my_linear": (by_inner_products, by_einsum, by_transposing_twice),
    "check_DeepNet": (
        ByFunctions,
        ByALoop,
        BySequential,
        ByNames,
        InAnotherOrder,
        ByRegistering,
        ByMatrices,
    ),
    "check_count_parameters": (by_loop, by_products_of_sizes, by_subtracting, by_flattening),
}


def by_numpy(x, weight, bias):
    return torch.from_numpy(x.numpy() @ weight.detach().numpy().T) + bias.detach()


def bias_as_a_column(x, weight, bias):
    return x @ weight.T + bias.reshape(-1, 1)


def exchanged_by_reshape(x, weight, bias):
    return x @ weight.reshape(weight.shape[1], weight.shape[0]) + bias


def for_one_sample(x, weight, bias):
    return torch.stack([row @ x.flatten() for row in weight]) + bias


def only_its_shape(x, weight, bias):
    return torch.zeros(*x.shape[:-1], len(bias), dtype=x.dtype)


class ClampsInVain(ByNames):
    def forward(self, x):
        h = self.linear1(x)
        h.clamp(min=0)
        h = self.linear2(h)
        h.clamp(min=0)
        return self.linear3(h)


class FirstOutputKept(ByNames):
    def forward(self, x):
        if not hasattr(self, "output"):
            self.output = super().forward(x)
        return self.output


class WithSigmoid(ByNames):
    def forward(self, x):
        return self.linear3(self.linear2(self.linear1(x).sigmoid()).sigmoid())


class CutOffAt6(ByNames):
    def forward(self, x):
        h = nn.functional.relu6(self.linear1(x))
        return self.linear3(nn.functional.relu6(self.linear2(h)))


class InAList(ByFunctions):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]


class InADictionary(ByNames):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.by_name = {1: nn.Linear(D_in, H), 2: nn.Linear(H, H), 3: nn.Linear(H, D_out)}

    def forward(self, x):
        h = self.by_name[1](x).clamp(min=0)
        return self.by_name[3](self.by_name[2](h).clamp(min=0))


class OnlyTheLastRegistered(ByFunctions):
    def __init__(self, D_in, H, D_out):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(D_in, H), nn.Linear(H, H), nn.Linear(H, D_out)]
        self.last = self.layers[-1]


class MadeInForward(nn.Module):
    def __init__(self, D_in, H, D_out):
        super().__init__()
        self.sizes = D_in, H, D_out

    def forward(self, x):
        D_in, H, D_out = self.sizes
        h = nn.Linear(D_in, H, dtype=x.dtype)(x).clamp(min=0)
        h = nn.Linear(H, H, dtype=x.dtype)(h).clamp(min=0)
        return nn.Linear(H, D_out, dtype=x.dtype)(h)


class FirstLayerFrozen(ByNames):
    def forward(self, x):
        h = x @ self.linear1.weight.data.T + self.linear1.bias
        return self.linear3(self.linear2(h.relu()).relu())


class SizesOfTheLesson(ByNames):
    def __init__(self, D_in, H, D_out):
        super().__init__(1000, 100, 10)


def of_linears_only(model):
    linears = [module for module in model.modules() if isinstance(module, nn.Linear)]
    return sum(param.numel() for linear in linears for param in linear.parameters())


def weights_and_biases(model):
    linears = [module for module in model.modules() if hasattr(module, "weight")]
    return sum(linear.weight.numel() + linear.bias.numel() for linear in linears)


def of_all_parameters(model):
    return sum(param.numel() for param in model.parameters())


def of_all_names(model):
    named = model.named_parameters(remove_duplicate=False)
    return sum(param.numel() for _, param in named if param.requires_grad)


def with_all_buffers(model):
    return by_loop(model) + sum(buffer.numel() for buffer in model.buffers())


def without_those_that_have_no_gradient_yet(model):
    return sum(param.numel() for param in model.parameters() if param.grad is not None)


WRONG = {
    "check_my_linear": {
        by_numpy: "autograd|gradient|error",
        bias_as_a_column: "",
        exchanged_by_reshape: "",
        for_one_sample: "",
        only_its_shape: "not the expected one",
    },
    "check_DeepNet": {
        ClampsInVain: "`clamp` returns a new Tensor",
        FirstOutputKept: "not the expected one",
        CutOffAt6: "not the expected one",
        WithSigmoid: "not the expected one",
        InAList: "not registered",
        InADictionary: "not registered",
        OnlyTheLastRegistered: "",
        MadeInForward: "not registered",
        FirstLayerFrozen: r"layers\[0\]\.weight\.grad",
        SizesOfTheLesson: "error",
    },
    "check_count_parameters": {
        of_linears_only: "not the expected one|not trained",
        weights_and_biases: "error",
        of_all_parameters: "not trained",
        of_all_names: "not the expected one",
        with_all_buffers: "not the expected one",
        without_those_that_have_no_gradient_yet: "not the expected one",
    },
}

TYPED = typed_in("02")

CLAIMS = [
    Claim(
        'print("f(1.5)',
        TYPED[0]
        + """
line = plt.gca().get_lines()[-1]
print([place for place, height in line.get_xydata().tolist() if height == 1])
plt.close()
""",
        ["1", "3"],
    ),
    Claim('print("f(1.5)', "print(*(f(t) for t in (0, 1, 2, 3)))", ["0", "1", "0", "0"]),
    Claim(
        "net = TwoLayerNet(",
        """
        again("super().__init__()", "# super().__init__()", since="class TwoLayerNet")
        """,
        ["AttributeError"],
    ),
    Claim("", "print(N * H, len(b1), W1.shape[1])", ["6400", "100", "100"]),
    Claim(
        "",
        """
        inputs = torch.cat([x, torch.ones(N, 1)], dim=1)
        one_layer = torch.linalg.lstsq(inputs, y).solution
        torch.testing.assert_close(inputs @ one_layer, y, rtol=0, atol=1e-3)
        print(N, D_in)
        """,
        ["64", "1000"],
    ),
    Claim(
        'print("bends:"',
        """
        again("x[1]", "x[2]", since="def on_the_way")
        """,
        ["55"],
    ),
    Claim("", "torch.optim.SGD(ListNet().parameters(), lr=1e-4)", ["ValueError"]),
    Claim("", "print(type(nn.ReLU(z)).__name__)", ["ReLU"]),
    Claim("", "print(model[1])", ["ReLU"]),
]

RECAP = [
    Told(
        "With one hidden layer, each ReLU bends an output at most once",
        """
        on = model[0](on_the_way(s)) > 0
        changes = (on[1:] != on[:-1]).sum(dim=0)
        assert changes.max() == 1
        assert changes.sum() == len(places) == 47
        """,
        "on_the_way = lambda s: (3 * s).cos() * x[0] + (9 * s).sin() * x[1]",
    ),
    Told(
        "Without ReLU, two layers compute the same function as one",
        """
        torch.testing.assert_close(straight(x), x @ W + b)
        far = 100 * x.flip(0)
        torch.testing.assert_close(straight(far), far @ W + b, rtol=1e-4, atol=1e-3)
        """,
        "straight = model",
    ),
    Told(
        "Made by hand, by `Sequential` or as a class",
        """
        for made in (hand_model, net):
            torch.testing.assert_close(made(x), model(x))
        """,
        "net = TwoLayerNet(D_in, H, D_out)",
    ),
    Told(
        "With `randn`, the first layer makes the spread of 1000 inputs",
        """
        assert abs(plain[1] / plain[0] / 31.6 - 1) < 0.02
        for layer in (model[0], model[2]):
            bound = layer.in_features**-0.5
            assert 0.99 * bound < layer.weight.abs().max() <= bound
            assert abs(layer.weight.std() / bound - 3**-0.5) < 0.02
        """,
        "model = big",
    ),
    Told(
        "`nn.Module` knows layers in `self`",
        """
        assert count(net) == count(list_net) == 101_110
        for made in (ListNet(), ForgetfulNet()):
            assert made(x).shape == y.shape
            assert list(made.parameters()) == []
        """,
        "ListNet = lambda: TwoLayerNet(D_in, H, D_out)",
    ),
]
