package dev.cognate.app;

import dev.cognate.devices.Devices;
import dev.cognate.mfa.HalfDoneSignIns;
import dev.cognate.mfa.Mfa;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.List;

/** The rooms of what users have beside a password: passkeys, devices, second factors. */
final class FactorRooms {
    final Passkeys passkeys;
    final Devices devices;
    final Mfa mfa;

    /** Users set them up with an access token. */
    FactorRooms(Foundation base, Tokens tokens) {
        this.passkeys = newPasskeys(base, tokens);
        this.devices = newDevices(base, tokens);
        this.mfa = newMfa(base, tokens);
    }

    private static Passkeys newPasskeys(Foundation base, Tokens tokens) {
        Cognate.Ground ground = base.ground;
        return new Passkeys(new Passkeys.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.users,
                tokens.accessTokens(),
                base.pageTokens));
    }

    private static Devices newDevices(Foundation base, Tokens tokens) {
        Cognate.Ground ground = base.ground;
        return new Devices(new Devices.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.pools,
                base.users,
                tokens.accessTokens(),
                base.pageTokens,
                tokens.signIns()::forgetDevice));
    }

    private Mfa newMfa(Foundation base, Tokens tokens) {
        Cognate.Ground ground = base.ground;
        return new Mfa(new Mfa.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.pools,
                base.users,
                tokens.accessTokens(),
                passkeys));
    }

    /**
     * The operations of these rooms.
     *
     * @param signIns the sign-ins under way, on which a user may set up a factor
     */
    List<Handler<?, ?>> operations(HalfDoneSignIns signIns) {
        List<Handler<?, ?>> handlers = new ArrayList<>(mfa.operations(signIns));
        handlers.addAll(devices.operations());
        handlers.addAll(passkeys.operations());
        return handlers;
    }
}
