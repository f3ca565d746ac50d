"""Train the course's model on several processes. 이 강좌의 모델을 여러 프로세스로 학습시킵니다.

torchrun --standalone --nproc-per-node=2 train_with_ddp.py
"""

import argparse
import time
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.algorithms.ddp_comm_hooks.default_hooks import allreduce_hook
from torch.nn.parallel import DistributedDataParallel

from tutorial_helpers import make_random_data
from tutorial_helpers.launch import started_by_torchrun

D_in, H, D_out = 1000, 100, 10


# DDP가 변화도의 묶음마다 부릅니다 · DDP calls this for each bucket of gradients
def count_bytes(counts, bucket):
    counts.append(bucket.buffer().nbytes)
    return allreduce_hook(None, bucket)  # None: 모든 프로세스 · all processes


def train_share(N, steps, unscaled):
    rank, world_size = dist.get_rank(), dist.get_world_size()
    share = slice(rank * N // world_size, (rank + 1) * N // world_size)
    x, y = make_random_data(N, D_in, D_out, generator=torch.Generator().manual_seed(1))
    x, y = x[share], y[share]  # 자기 몫만 · only its own rows
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(D_in, H), nn.ReLU(), nn.Linear(H, D_out))
    model = DistributedDataParallel(model)
    counts = []
    model.register_comm_hook(counts, count_bytes)

    loss_fn = nn.MSELoss(reduction="sum")
    learning_rate = 1e-4 * 64 / N  # 배치가 크면 작게 · smaller for a larger batch
    factor = 1 if unscaled else world_size  # DDP는 변화도를 평균합니다 · DDP averages gradients
    losses, seconds = torch.zeros(steps), []
    for t in range(steps):
        start = time.perf_counter()
        loss = loss_fn(model(x), y)
        losses[t] = loss.detach()  # 자기 몫의 손실 · of its own rows
        model.zero_grad()
        (factor * loss).backward()
        with torch.no_grad():
            for param in model.parameters():
                param -= learning_rate * param.grad
        seconds.append(time.perf_counter() - start)
    dist.all_reduce(losses)  # 이제 배치 전체의 손실 · now of the whole batch

    shares = [None] * world_size
    dist.all_gather_object(shares, share)
    if rank == 0:
        for other, rows in enumerate(shares):
            print(f"process {other}: rows {rows.start}:{rows.stop} of {N}")
        print(f"first loss: {losses[0]:.3g}, last loss: {losses[-1]:.3g}")
    return {
        "losses": losses.tolist(),
        "parameters": model.module.state_dict(),
        "bytes": counts,  # 올리듀스마다 하나 · one for each all-reduce
        "seconds": seconds,  # 단계마다 하나 · one for each step
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[64])
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--unscaled", action="store_true")
    parser.add_argument("--save")
    options = parser.parse_args()
    with started_by_torchrun():
        dist.init_process_group("gloo", timeout=timedelta(seconds=60))
        runs = {N: train_share(N, options.steps, options.unscaled) for N in options.batch_sizes}
        if options.save and dist.get_rank() == 0:
            torch.save(runs, options.save)
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
