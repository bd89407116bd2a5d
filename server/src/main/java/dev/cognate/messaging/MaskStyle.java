package dev.cognate.messaging;

/** How much of an address a client sees that may not know it. Reference: lifecycle A11. */
public enum MaskStyle {
    /** As the service answers: {@code j***@e***}. */
    SERVICE,
    /** As older documents print: {@code j***@e***.com}, with what follows the domain's last dot. */
    DOCUMENTED;

    private static final String STARS = "***";
    private static final int SHOWN_DIGITS = 4;

    /** An email address, of which only the first characters of its two halves are left. */
    public String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return first(address) + STARS;
        }
        String domain = address.substring(at + 1);
        return first(address.substring(0, at)) + STARS + "@" + first(domain) + STARS + ending(domain);
    }

    /** A phone number, of which only the last four digits are left. */
    public String phone(String number) {
        String plus = number.startsWith("+") ? "+" : "";
        String digits = number.substring(plus.length());
        int hidden = Math.max(0, digits.codePointCount(0, digits.length()) - SHOWN_DIGITS);
        return plus + "*".repeat(hidden) + digits.substring(digits.offsetByCodePoints(0, hidden));
    }

    private String ending(String domain) {
        return switch (this) {
            case SERVICE -> "";
            case DOCUMENTED -> {
                int dot = domain.lastIndexOf('.');
                yield dot < 0 ? "" : domain.substring(dot);
            }
        };
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
