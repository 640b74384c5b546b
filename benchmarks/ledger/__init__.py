"""The ledger under load: any order, kills, growth, a million statements."""
