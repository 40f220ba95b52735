"""The formats that notes are written in, one module each; the registry finds them by being here."""
