"""The scripts of Chinese: Simplified, Traditional, the forms of its regions and those of Japanese."""
