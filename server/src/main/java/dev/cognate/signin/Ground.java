package dev.cognate.signin;

/** What the challenges of this room share. */
record Ground(Signin.Collaborators with, Sessions sessions, Standing standing, Lockout lockout) {}
