"""`python -m recipe release`: see release.py. The other programs are modules of their own: `python -m recipe.train --help`."""
import sys

from . import release

if len(sys.argv) < 2 or sys.argv[1] != "release":
    sys.exit(__doc__)
release.main(sys.argv[2:])
