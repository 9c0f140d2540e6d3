"""How well and how fast Wenlint works: programs for a person to run, no part of what is installed."""
