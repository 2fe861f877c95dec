"""For `from __future__ import annotations`: annotations are never evaluated here."""

annotations = None
division = None
print_function = None
