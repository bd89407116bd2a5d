package dev.cognate.branding;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which style sheets the classic pages take: rules for their own classes, nothing else. Neither at-rules nor markup get
 * through, so that a style sheet cannot end its element or bring in another. Reference: oauth-config B11.
 */
final class CssRules {
    private static final Set<String> CLASSES = Set.of(
            ".logo-customizable",
            ".banner-customizable",
            ".label-customizable",
            ".textDescription-customizable",
            ".idpDescription-customizable",
            ".legalText-customizable",
            ".submitButton-customizable",
            ".submitButton-customizable:hover",
            ".errorMessage-customizable",
            ".inputField-customizable",
            ".inputField-customizable:focus",
            ".idpButton-customizable",
            ".idpButton-customizable:hover",
            ".socialButton-customizable",
            ".redirect-customizable",
            ".passwordCheck-notValid-customizable",
            ".passwordCheck-valid-customizable",
            ".background-customizable");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("\\G\\s*([^{}]+)\\{[^{}]*\\}");

    private CssRules() {}

    static void check(String css) {
        String rules = COMMENT.matcher(css).replaceAll(" ");
        if (rules.indexOf('<') >= 0 || rules.indexOf('@') >= 0 || rules.indexOf('\\') >= 0) {
            throw new InvalidParameterException(Texts.BAD_CSS);
        }
        Matcher rule = RULE.matcher(rules);
        int end = 0;
        while (rule.find()) {
            checkSelectors(rule.group(1));
            end = rule.end();
        }
        if (!rules.substring(end).isBlank()) {
            throw new InvalidParameterException(Texts.BAD_CSS);
        }
    }

    private static void checkSelectors(String selectors) {
        for (String each : selectors.split(",", -1)) {
            String selector = each.strip();
            if (!CLASSES.contains(selector)) {
                throw new InvalidParameterException(Texts.cssClass(selector));
            }
        }
    }
}
