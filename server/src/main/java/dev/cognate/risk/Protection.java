package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidPasswordException;
import dev.cognate.wire.model.AccountTakeoverActionType;
import dev.cognate.wire.model.AccountTakeoverActionsType;
import dev.cognate.wire.model.AccountTakeoverRiskConfigurationType;
import dev.cognate.wire.model.AdvancedSecurityEnabledModeType;
import dev.cognate.wire.model.AdvancedSecurityModeType;
import dev.cognate.wire.model.AuthEventType;
import dev.cognate.wire.model.CompromisedCredentialsEventActionType;
import dev.cognate.wire.model.CompromisedCredentialsRiskConfigurationType;
import dev.cognate.wire.model.EventFilterType;
import dev.cognate.wire.model.RiskConfigurationType;
import dev.cognate.wire.model.RiskExceptionConfigurationType;
import dev.cognate.wire.model.RiskLevelType;
import dev.cognate.wire.model.UserPoolAddOnsType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What threat protection does: the door for who takes passwords or signs users in. A pool without it is asked nothing of;
 * one that only watches (AUDIT) is told what was found and never refuses. Reference: auth 23.
 */
public final class Protection {
    private final Store store;
    private final UserEvents events;
    private final CompromisedPasswords compromised;
    private final InstantSource clock;

    /** Protection by what is known of passwords and of users. */
    public Protection(Store store, UserEvents events, CompromisedPasswords compromised, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.compromised = compromised;
        this.clock = clock;
    }

    /** What is to happen with a password. */
    public enum Verdict {
        /** Nothing is known of it, or nobody asked. */
        GOOD,
        /** It is compromised, and that is only noted. */
        NOTED,
        /** It is compromised, and must not be used. */
        BLOCKED
    }

    /** What is to happen with a password that a user signs in by. Never asked for passwords proved by SRP. */
    public Verdict passwordAtSignIn(Client client, String password) {
        return verdict(client, EventFilterType.SIGN_IN, password);
    }

    /**
     * Refuses a new password that is compromised.
     *
     * @param event SIGN_UP or PASSWORD_CHANGE
     * @throws InvalidPasswordException it is, and the pool or client says that such ones are blocked
     */
    public void requireGoodPassword(Client client, EventFilterType event, String password) {
        if (verdict(client, event, password) == Verdict.BLOCKED) {
            throw new InvalidPasswordException(Texts.COMPROMISED);
        }
    }

    private Verdict verdict(Client client, EventFilterType event, String password) {
        if (!client.pool().threatProtection() || !compromised.contain(password)) {
            return Verdict.GOOD;
        }
        RiskConfigurationType config = configuration(client);
        CompromisedCredentialsRiskConfigurationType asked =
                config == null ? null : config.compromisedCredentialsRiskConfiguration();
        if (asked == null || !concerns(asked.eventFilter(), event)) {
            return Verdict.GOOD;
        }
        boolean blocks = asked.actions().eventAction() == CompromisedCredentialsEventActionType.BLOCK;
        return blocks && isEnforced(client, false) ? Verdict.BLOCKED : Verdict.NOTED;
    }

    /** Without a filter, all events are meant. */
    private static boolean concerns(@Nullable List<EventFilterType> filter, EventFilterType event) {
        return filter == null || filter.isEmpty() || filter.contains(event);
    }

    /** Whether nobody may sign in from an address (BlockedIPRangeList). */
    public boolean refuses(Client client, String address) {
        if (!isEnforced(client, false)) {
            return false;
        }
        RiskExceptionConfigurationType exceptions = exceptions(configuration(client));
        return exceptions != null && AddressRange.anyHas(exceptions.blockedIpRangeList(), address);
    }

    /**
     * Judges a user who has proved the first factor, by the places that the user is known to come from, and says what to do
     * about it.
     *
     * @param place where the user is now
     * @param custom whether the pool's functions decide on the sign-in, for which the pool may have another mode
     */
    public Assessment assess(Client client, User user, UserEvents.Place place, boolean custom) {
        if (!client.pool().threatProtection()) {
            return Assessment.HARMLESS;
        }
        RiskConfigurationType config = configuration(client);
        RiskExceptionConfigurationType exceptions = exceptions(config);
        if (exceptions != null && AddressRange.anyHas(exceptions.skippedIpRangeList(), place.address())) {
            return Assessment.HARMLESS;
        }
        List<AuthEventType> known = store.read(tx -> events.newest(tx, user));
        RiskLevelType level = Familiarity.risk(known, place, clock.instant());
        AccountTakeoverRiskConfigurationType takeover =
                config == null ? null : config.accountTakeoverRiskConfiguration();
        return Assessment.of(
                level,
                takeover == null || level == null ? null : action(takeover.actions(), level),
                isEnforced(client, custom));
    }

    /** How users are told of what was found, null for not at all. */
    @Nullable AccountTakeoverRiskConfigurationType takeover(Client client) {
        RiskConfigurationType config = configuration(client);
        return config == null ? null : config.accountTakeoverRiskConfiguration();
    }

    private static @Nullable AccountTakeoverActionType action(AccountTakeoverActionsType actions, RiskLevelType level) {
        return switch (level) {
            case LOW -> actions.lowAction();
            case MEDIUM -> actions.mediumAction();
            case HIGH -> actions.highAction();
        };
    }

    private @Nullable RiskConfigurationType configuration(Client client) {
        return store.read(tx -> RiskSettings.of(tx, client));
    }

    private static @Nullable RiskExceptionConfigurationType exceptions(@Nullable RiskConfigurationType config) {
        return config == null ? null : config.riskExceptionConfiguration();
    }

    private static boolean isEnforced(Client client, boolean custom) {
        UserPoolAddOnsType addOns = client.pool().config().userPoolAddOns();
        if (addOns == null) {
            return false;
        }
        if (!custom) {
            return addOns.advancedSecurityMode() == AdvancedSecurityModeType.ENFORCED;
        }
        var flows = addOns.advancedSecurityAdditionalFlows();
        return flows != null
                && flows.customAuthMode() == AdvancedSecurityEnabledModeType.ENFORCED;
    }
}
