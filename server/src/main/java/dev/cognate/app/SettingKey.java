package dev.cognate.app;

/**
 * One thing that can be set.
 *
 * @param name the key, such as {@code smtp.host}
 * @param fallback the value when nothing is set, empty for none
 * @param meaning what it is, in a few words for {@code --help}
 */
public record SettingKey(String name, String fallback, String meaning) {}
