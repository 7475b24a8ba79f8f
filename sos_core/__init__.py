"""Draaiboek without its faces: what a conference is, what is kept of it, and who may see it."""
