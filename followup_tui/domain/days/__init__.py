"""Days and hours as people write them."""
