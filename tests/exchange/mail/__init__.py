"""Tests of how mail leaves."""
