package dev.cognate.codegen;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the things of the model are called elsewhere. */
final class Names {
    /** Names that a record component or a local variable must not have. */
    private static final Set<String> TAKEN = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "default",
            "in",
            "at",
            "v",
            "member",
            "out");

    private static final Pattern PLURAL_ACRONYM = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern WORD_START = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern ACRONYM_START = Pattern.compile("([a-z0-9])([A-Z])");

    private Names() {}

    /** The option of the command line for a member or operation, as {@code callback-urls} (oauth-config D2). */
    static String option(String name) {
        String split = name;
        Matcher plural = PLURAL_ACRONYM.matcher(name);
        if (plural.find()) {
            split = name.substring(0, plural.start()) + "-" + plural.group().toLowerCase(Locale.ROOT);
        }
        String words = WORD_START.matcher(split).replaceAll("$1-$2");
        return ACRONYM_START
                .matcher(words)
                .replaceAll("$1-$2")
                .toLowerCase(Locale.ROOT)
                .replace("--", "-")
                .replaceAll("^-", "");
    }

    /** The constant of an operation or shape, as {@code RESEND_CONFIRMATION_CODE}. */
    static String constant(String name) {
        return option(name).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The record component of a member, acronyms as words: {@code mfaOptions}. */
    static String component(String member) {
        StringBuilder camel = new StringBuilder();
        for (String word : option(member).split("-", -1)) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        String name = camel.toString();
        return TAKEN.contains(name) ? name + "_" : name;
    }

    /** The member in a validation message: only the first letter changes (oauth-config A5). */
    static String path(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }
}
