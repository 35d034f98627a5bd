"""What runs in a process of its own: functions, one after the other, as its parent asks.

It is run as a file and knows nothing of Dateline, so that the first answer costs no more than the
import of what is asked for. Messages are made of what is built in, for the same reason.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

# A function, its arguments, the seconds it may take, and whether it gives an iterator whose items
# are sent one by one.
Task = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any], float, bool]

RESULT, ERROR, END = "result", "error", "end"  # what an answer is
Answer = tuple[str, Any]

NO_MEMORY = 77  # the status a child ends with that got no more

# A child ends itself when its parent, were it alive, had ended it so long ago.
GRACE = 5.0


def send(stream: IO[bytes], message: object) -> None:
    """Write one message."""
    body = pickle.dumps(message)
    stream.write(len(body).to_bytes(8, "big"))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message; ``EOFError`` where the other side is gone."""
    # Its length stands before it, or one that cannot be understood would spoil the next.
    head = stream.read(8)
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    if len(head) < 8 or len(body) < length:
        raise EOFError
    return pickle.loads(body)


def serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Run what is asked for until the parent is gone."""
    while True:
        try:
            task: Task = receive(asked)
        except EOFError:
            return
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - what cannot be imported here is told
            send(answers, (ERROR, portable(error)))
            continue
        for answer in run(task):
            send_answer(answers, answer)
            goes_on = task[-1] and answer[0] == RESULT
            if goes_on and not receive(asked):
                break


def run(task: Task) -> Iterator[Answer]:
    """The answers to a task: its result, or its items and their end; or what it raised."""
    function, args, kwargs, seconds, each = task
    try:
        end_after(seconds)
        result = function(*args, **kwargs)
        if not each:
            yield RESULT, result
            return
        for item in result:
            yield RESULT, item
            end_after(seconds)  # the next one has its own time
        yield END, None
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - what an error means is for the parent to say
        yield ERROR, portable(error)


def end_after(seconds: float) -> None:
    """End this process if it is still at this step when its parent must long have ended it."""
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=SILENCE)


def send_answer(answers: IO[bytes], answer: Answer) -> None:
    """Send an answer, or why it cannot be sent; the parent may take its time to read it."""
    faulthandler.cancel_dump_traceback_later()
    try:
        send(answers, answer)
    except (OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever pickle says of what it cannot take
        send(answers, (ERROR, portable(error)))


def portable(error: Exception) -> Exception:
    """An error that survives the way, with where it was raised."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001 - an exception may hold anything
        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.__notes__ = error.__notes__
        return told
    return error


def limit_memory(megabytes: float) -> None:
    """Refuse this process more memory than it has now and so much more; Linux alone can."""
    import resource

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + int(megabytes * 1_000_000)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(said: str) -> None:
    """Set this process up, and serve its parent over what were standard input and output."""
    settings = json.loads(said)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library prints must not come between the answers.
    os.dup2(SILENCE, 0)
    os.dup2(2, 1)
    logging.lastResort = None  # what libraries say of a hostile file is no word for a person
    sys.path[:] = settings["path"]
    if settings["megabytes"] is not None and sys.platform == "linux":
        limit_memory(settings["megabytes"])
    try:
        serve(asked, answers)
    except MemoryError:
        os._exit(NO_MEMORY)  # to say more would take memory


SILENCE = os.open(os.devnull, os.O_RDWR)

if __name__ == "__main__":
    main(sys.argv[1])
