"""Mentions to people.

``census`` collects everybody whom a text names, in all forms of the name; ``resolution`` then says who
"Vale", "she" and "the pilot" are.
"""
