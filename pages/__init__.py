"""All that a browser meets: read a view, draw it, call one service."""
