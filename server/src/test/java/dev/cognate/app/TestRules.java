package dev.cognate.app;

import dev.cognate.app.Cognate.Rules;
import dev.cognate.codes.CodeLimits;
import dev.cognate.front.FrontSettings;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.risk.CompromisedPasswords;
import dev.cognate.tokens.Issuers;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a test server differs from the usual one, for {@link TestServer#start(UnaryOperator)}; each in one respect. */
public final class TestRules {
    private TestRules() {}

    /** With other limits on codes. */
    public static UnaryOperator<Rules> limits(CodeLimits limits) {
        return changed(draft -> draft.limits = limits);
    }

    /** With addresses masked in another way. */
    public static UnaryOperator<Rules> masks(MaskStyle style) {
        return changed(draft -> draft.style = style);
    }

    /** With so many e-mails of the default sender a day. */
    public static UnaryOperator<Rules> dailyEmails(int emails) {
        return changed(draft -> draft.dailyEmails = emails);
    }

    /** With a button on the page of a confirmation link. */
    public static UnaryOperator<Rules> confirmByButton() {
        return changed(draft -> draft.confirmByButton = true);
    }

    /** With an inbox that cannot be read over HTTP. */
    public static UnaryOperator<Rules> hiddenInbox() {
        return changed(draft -> draft.showInbox = false);
    }

    /** With the request rates of the service. */
    public static UnaryOperator<Rules> quotas() {
        return changed(draft -> draft.quotas = true);
    }

    /** With other numbers of pools, and of what belongs to them. */
    public static UnaryOperator<Rules> resources(ResourceQuotas quotas) {
        return changed(draft -> draft.pools = new PoolSettings(draft.pools.account(), draft.pools.cache(), quotas));
    }

    /** With functions that may write e-mails only of pools that send with an account of their own. */
    public static UnaryOperator<Rules> strictCustomMessage() {
        return changed(draft -> draft.strictCustomMessage = true);
    }

    /** Without a lock after wrong passwords. */
    public static UnaryOperator<Rules> noLockOut() {
        return changed(draft -> draft.lockOut = false);
    }

    /** With tokens that name another issuer. */
    public static UnaryOperator<Rules> issuers(Issuers.Style issuers) {
        return changed(draft -> draft.issuers = issuers);
    }

    private static UnaryOperator<Rules> changed(Consumer<Draft> change) {
        return rules -> {
            Draft draft = new Draft(rules);
            change.accept(draft);
            return draft.rules();
        };
    }

    /** Rules to be changed: a rule that is added to them is named here and nowhere else in the tests of others. */
    private static final class Draft {
        private final FrontSettings front;
        private final boolean verifySignatures;
        private PoolSettings pools;
        private boolean quotas;
        private CodeLimits limits;
        private boolean lockOut;
        private MaskStyle style;
        private int dailyEmails;
        private final @Nullable String publicUrl;
        private boolean confirmByButton;
        private boolean showInbox;
        private Issuers.Style issuers;
        private final CompromisedPasswords compromised;
        private boolean strictCustomMessage;

        Draft(Rules rules) {
            this.front = rules.front();
            this.verifySignatures = rules.verifySignatures();
            this.pools = rules.pools();
            this.quotas = rules.quotas();
            this.limits = rules.limits();
            this.lockOut = rules.lockOut();
            this.style = rules.style();
            this.dailyEmails = rules.dailyEmails();
            this.publicUrl = rules.publicUrl();
            this.confirmByButton = rules.confirmByButton();
            this.showInbox = rules.showInbox();
            this.issuers = rules.issuers();
            this.compromised = rules.compromised();
            this.strictCustomMessage = rules.strictCustomMessage();
        }

        Rules rules() {
            return new Rules(
                    front,
                    verifySignatures,
                    pools,
                    quotas,
                    limits,
                    lockOut,
                    style,
                    dailyEmails,
                    publicUrl,
                    confirmByButton,
                    showInbox,
                    issuers,
                    compromised,
                    strictCustomMessage);
        }
    }
}
