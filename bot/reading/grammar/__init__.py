"""One clause: who does what, for whom, and how firmly. It knows nothing of the call around it."""
