"""Mails: their parts, their words, and what is quoted or enclosed in them."""
