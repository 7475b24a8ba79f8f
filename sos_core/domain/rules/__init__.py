"""The verbs: each looks at the board and gives the one fact that follows, or says why not. None of them changes anything."""
