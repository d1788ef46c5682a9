"""Tests of networking."""
