"""For the bench alone: a Python that began with this folder on its path never freezes what it has. Shows what freezing is worth."""

import gc

gc.freeze = lambda: None
