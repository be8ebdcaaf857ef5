"""The rules that make demonstration figures, pure functions of what is known: each embedded file equals its rule."""
