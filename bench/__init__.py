"""What it costs, beside the physical floor and beside others: `python3 sos.py bench`. Explained in docs/performance.md."""
