"""What is kept: tables, the journal, the encrypted database, and how it grows from version to version."""
