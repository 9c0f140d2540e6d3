"""Whether anything makes `wenlint fix` leave a file that is neither the old nor the new one, or say what is not true."""
