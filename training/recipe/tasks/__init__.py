"""Tasks. A task declares a group of outputs and their loss; adding a file with one more Task adds a head.

`outputs`: {output name: size}. `losses_of(scores, batch)` yields (name, weight, (sum, count) or None).
"""
from . import attribution, coreference, events, names

TASKS = [names, attribution, events, coreference]


def groups():
    """{group: {output name: size}} of every task, in output order."""
    return {task.__name__.rsplit(".", 1)[1]: task.outputs for task in TASKS}
