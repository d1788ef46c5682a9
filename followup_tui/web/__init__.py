"""Looking at web pages, feeds and calendars: fetching them, and reading facts off their bytes."""
