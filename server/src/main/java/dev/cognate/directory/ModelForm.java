package dev.cognate.directory;

import dev.cognate.wire.Path;
import dev.cognate.wire.StringRule;
import dev.cognate.wire.Violations;
import dev.cognate.wire.fault.InvalidParameterException;

/**
 * The forms that the model gives to members of requests, for values of that kind that come by another way: in a map of a
 * request, or from a function. Reference: lifecycle A3, C5, auth 1.
 */
public final class ModelForm {
    /** {@code PasswordType}: at most 256 characters, without white space. */
    public static final ModelForm PASSWORD =
            new ModelForm("password", new StringRule(StringRule.NO_LIMIT, 256, "[\\S]+", true));

    /** {@code UsernameType}: 1 to 128 characters, which can be seen. */
    public static final ModelForm USERNAME =
            new ModelForm("username", new StringRule(1, 128, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+", true));

    private final String member;
    private final StringRule rule;

    private ModelForm(String member, StringRule rule) {
        this.member = member;
        this.rule = rule;
    }

    /** Whether a request could bring the value as a member. */
    public boolean admits(String value) {
        return check(value).isEmpty();
    }

    /**
     * Refuses what no request could bring as a member, as a request would be refused.
     *
     * @throws InvalidParameterException the value is too long, or has other characters
     */
    public void require(String value) {
        Violations violations = check(value);
        if (!violations.isEmpty()) {
            throw new InvalidParameterException(violations.message());
        }
    }

    private Violations check(String value) {
        Violations violations = new Violations();
        violations.string(Path.ROOT, member, value, rule);
        return violations;
    }
}
