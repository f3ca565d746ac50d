"""PyTorch's profiler without the lines that it writes on stderr."""

import contextlib
import os


@contextlib.contextmanager
def quiet_profile():
    """Profile what the processor does, without messages of the profiler's own.

    시간을 어디에 쓰는지 프로파일러로 잽니다. 프로파일러가 내보내는 메시지는 막습니다.

    PyTorch's profiler writes lines such as ``profiler_start`` straight to the stderr of
    the process, past Python, and a notebook shows them in red.

    Yields
    ------
    torch.autograd.profiler.profile
        The profiler, to be asked once the block is over. Times are in microseconds.

    Examples
    --------
    >>> import torch
    >>> with quiet_profile() as profiler:
    ...     product = torch.ones(2, 3) @ torch.ones(3, 4)
    >>> [event.count for event in profiler.key_averages() if event.key == "aten::mm"]
    [1]
    """
    # Imported late, with all of torch. `torch.profiler.profile` would load the compiler, too.
    from torch.autograd.profiler import profile

    with _nothing_on_stderr(), profile() as profiler:
        yield profiler


@contextlib.contextmanager
def _nothing_on_stderr():
    # The profiler is C++: what it writes does not pass through sys.stderr.
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
