"""When things happen: who is due a digest, and what still has to be sent. The rules themselves are the bot's."""
