package dev.cognate.app;

import dev.cognate.app.Cognate.Rules;
import dev.cognate.codes.CodeLimits;
import dev.cognate.messaging.MaskStyle;
import java.util.function.UnaryOperator;

/** How a test server differs from the usual one, for {@link TestServer#start(UnaryOperator)}; each in one respect. */
public final class TestRules {
    private TestRules() {}

    /** With other limits on codes. */
    public static UnaryOperator<Rules> limits(CodeLimits limits) {
        return rules -> with(rules, limits, rules.style(), rules.dailyEmails(), rules.confirmByButton(), true);
    }

    /** With addresses masked in another way. */
    public static UnaryOperator<Rules> masks(MaskStyle style) {
        return rules -> with(rules, rules.limits(), style, rules.dailyEmails(), rules.confirmByButton(), true);
    }

    /** With so many e-mails of the default sender a day. */
    public static UnaryOperator<Rules> dailyEmails(int emails) {
        return rules -> with(rules, rules.limits(), rules.style(), emails, rules.confirmByButton(), true);
    }

    /** With a button on the page of a confirmation link. */
    public static UnaryOperator<Rules> confirmByButton() {
        return rules -> with(rules, rules.limits(), rules.style(), rules.dailyEmails(), true, true);
    }

    /** With an inbox that cannot be read over HTTP. */
    public static UnaryOperator<Rules> hiddenInbox() {
        return rules -> with(rules, rules.limits(), rules.style(), rules.dailyEmails(), rules.confirmByButton(), false);
    }

    /** With the request rates of the service. */
    public static UnaryOperator<Rules> quotas() {
        return rules -> new Rules(
                rules.front(),
                rules.verifySignatures(),
                rules.pools(),
                true,
                rules.limits(),
                rules.lockOut(),
                rules.style(),
                rules.dailyEmails(),
                rules.publicUrl(),
                rules.confirmByButton(),
                rules.showInbox(),
                rules.issuers(),
                rules.compromised(),
                rules.strictCustomMessage());
    }

    /** With functions that may write e-mails only of pools that send with an account of their own. */
    public static UnaryOperator<Rules> strictCustomMessage() {
        return rules -> new Rules(
                rules.front(),
                rules.verifySignatures(),
                rules.pools(),
                rules.quotas(),
                rules.limits(),
                rules.lockOut(),
                rules.style(),
                rules.dailyEmails(),
                rules.publicUrl(),
                rules.confirmByButton(),
                rules.showInbox(),
                rules.issuers(),
                rules.compromised(),
                true);
    }

    /** Without a lock after wrong passwords. */
    public static UnaryOperator<Rules> noLockOut() {
        return rules -> new Rules(
                rules.front(),
                rules.verifySignatures(),
                rules.pools(),
                rules.quotas(),
                rules.limits(),
                false,
                rules.style(),
                rules.dailyEmails(),
                rules.publicUrl(),
                rules.confirmByButton(),
                rules.showInbox(),
                rules.issuers(),
                rules.compromised(),
                rules.strictCustomMessage());
    }

    private static Rules with(
            Rules rules, CodeLimits limits, MaskStyle style, int dailyEmails, boolean byButton, boolean showInbox) {
        return new Rules(
                rules.front(),
                rules.verifySignatures(),
                rules.pools(),
                rules.quotas(),
                limits,
                rules.lockOut(),
                style,
                dailyEmails,
                rules.publicUrl(),
                byButton,
                showInbox,
                rules.issuers(),
                rules.compromised(),
                rules.strictCustomMessage());
    }
}
