"""How lessons are stored and written: rules for all, and checks of the Korean."""
