"""Tasks. A task declares a group of outputs and their loss; adding a file with one more Task adds a head.

`outputs`: {output name: size}. `losses_of(scores, batch)` yields (name, weight, (sum, count)) of the layers that the batch has.
A task with links has `links`: {kind: (query, key, cost per word of distance, words up to which it grows)}.
"""
from . import attribution, coreference, events, names, relations, syntax

TASKS = [names, attribution, events, coreference, relations, syntax]


def groups():
    """{group: {output name: size}} of every task, in output order."""
    return {task.__name__.rsplit(".", 1)[1]: task.outputs for task in TASKS}


LINKS = {kind: heads for task in TASKS for kind, heads in getattr(task, "links", {}).items()}
