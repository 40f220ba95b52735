"""The article in a web page: its body, its roles, its date and what else it says of itself."""
