"""Mentions to people.

``persons`` collects everybody whom a text names, in all forms of the name; ``resolution`` then says who
"Vale", "she" and "the pilot" are.
"""
