"""The verbs as a door calls them: each reads its fields, asks its rule, and gives one fact."""
