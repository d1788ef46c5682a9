"""Mail as other programs take it in: headers, message, `mailto:`, and drafts over IMAP."""
