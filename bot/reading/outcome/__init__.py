"""What happened, and what it achieved: who was reached, what was done, a yes, a no, an order (playbook sections 2 and 3)."""
