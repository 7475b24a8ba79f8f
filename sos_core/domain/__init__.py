"""What a network conference is. Pure: time, ids and chance come in as arguments; only the standard library is imported."""
