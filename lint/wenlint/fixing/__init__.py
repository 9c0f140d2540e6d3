"""Rules to findings, findings to a repaired text, and the guard that holds each repair to the promises.

May import from all that document may, and from document."""
