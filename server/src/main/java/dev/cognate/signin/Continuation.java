package dev.cognate.signin;


/** Takes a sign-in on to the step that {@link NextStep} says. */
final class Continuation {
    private final Factors factors;
    private final NewPasswordChallenge newPassword;
    private final Completion completion;

    Continuation(Signin.Collaborators with, NewPasswordChallenge newPassword, Completion completion) {
        this.factors = with.factors();
        this.newPassword = newPassword;
        this.completion = completion;
    }

    /** What is to be said to a client whose user has proved this. */
    Answer after(Step step, Proven proven) {
        return switch (NextStep.after(proven, factors.of(step, proven.user()))) {
            case NextStep.ReplacePassword() -> newPassword.pose(step, proven);
            case NextStep.GiveTokens() -> completion.signIn(step, proven);
            case NextStep.Refuse(var fault) -> throw fault;
            case NextStep.ProveDevice _, NextStep.ProveFactor _, NextStep.ChooseFactor _, NextStep.SetFactorUp _ ->
                throw new UnsupportedOperationException("Second factors are yet to come");
        };
    }
}
