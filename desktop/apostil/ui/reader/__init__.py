"""The article on the screen: a page that paints a frozen text and never gives it back."""
