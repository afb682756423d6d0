"""Posters, cards and pictures with which a support centre hands out its link."""
