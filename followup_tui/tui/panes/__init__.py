"""One file a pane: it shows a state, posts messages and knows no service."""
