package dev.cognate.signin;

/** What the flows and challenges of this room share. */
record Ground(Signin.Collaborators with, Sessions sessions, Claimants claimants, Standing standing, Lockout lockout) {

    Ground(Signin.Collaborators with) {
        this(
                with,
                new Sessions(with),
                new Claimants(with),
                new Standing(with.store(), with.temporaryPasswords()),
                new Lockout(with.store(), with.clock(), with.lockOut()));
    }
}
