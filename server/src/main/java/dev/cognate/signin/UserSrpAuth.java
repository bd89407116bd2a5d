package dev.cognate.signin;

import java.util.List;

/** The password without showing it: USER_SRP_AUTH. Reference: auth 4.1. */
final class UserSrpAuth implements Flow {
    private final Entrance entrance;
    private final SrpExchange srp;

    UserSrpAuth(Entrance entrance, SrpExchange srp) {
        this.entrance = entrance;
        this.srp = srp;
    }

    @Override
    public List<String> required() {
        return List.of("USERNAME", "SRP_A");
    }

    @Override
    public Answer begin(Step step) {
        Claimant claimant = entrance.admitOrConceal(step);
        return srp.poseWithoutSession(step, claimant);
    }
}
