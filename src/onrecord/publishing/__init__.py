"""How claims and documents are told to people and programs."""
