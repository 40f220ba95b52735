"""The window: shows what the domain holds, calls services, owns no rule."""
