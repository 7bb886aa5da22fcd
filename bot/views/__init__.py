"""Domain to Card, pure. Every sentence is one a rep would say; nothing here knows a platform or its limits."""
