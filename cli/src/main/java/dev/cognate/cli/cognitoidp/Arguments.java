package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of a command line say, sorted, not yet understood: values are still text. */
final class Arguments {
    private final Map<GlobalOption, String> globals = new EnumMap<>(GlobalOption.class);
    private final Map<PagingOption, String> pagings = new EnumMap<>(PagingOption.class);
    private final Map<Member, List<String>> values = new LinkedHashMap<>();
    private final Map<Member, Boolean> toggles = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<CommandOption.Document, String> documents = new EnumMap<>(CommandOption.Document.class);
    private @Nullable String skeleton;
    private @Nullable String clientSecret;

    /** Notes an option with its words; of an option that is repeated the last counts. */
    void note(CommandOption option, List<String> words) {
        switch (option) {
            case CommandOption.Global(GlobalOption global) ->
                globals.put(global, words.isEmpty() ? "" : words.getFirst());
            case CommandOption.Value(Member member) -> values.put(member, List.copyOf(words));
            case CommandOption.Toggle(Member member, boolean on) -> toggles.put(member, on);
            case CommandOption.CliInput(CommandOption.Document document) -> documents.put(document, words.getFirst());
            case CommandOption.Paging(PagingOption paging) -> pagings.put(paging, words.getFirst());
            case CommandOption.ClientSecret _ -> clientSecret = words.getFirst();
            case CommandOption.GenerateCliSkeleton _ -> skeleton = words.isEmpty() ? "input" : words.getFirst();
        }
    }

    /** Notes a word that belongs to no option. */
    void noteUnknown(String word) {
        unknown.add(word);
    }

    boolean has(GlobalOption option) {
        return globals.containsKey(option);
    }

    /** The value of a global option, null when it was not given. */
    @Nullable String global(GlobalOption option) {
        return globals.get(option);
    }

    /** The options about pages that were given, in the order of their names. */
    Map<PagingOption, String> pagings() {
        return pagings;
    }

    /** The words of an option, null when it was not given. */
    @Nullable List<String> words(Member member) {
        return values.get(member);
    }

    /** The state of a pair, null when neither half was given. */
    @Nullable Boolean toggle(Member member) {
        return toggles.get(member);
    }

    boolean has(Member member) {
        return values.containsKey(member) || toggles.containsKey(member);
    }

    /** The words that belong to no option. */
    List<String> unknown() {
        return unknown;
    }

    /** The documents that hold a request; more than one is a mistake. */
    Map<CommandOption.Document, String> documents() {
        return documents;
    }

    /** The secret of the app client, or a file that holds it; null when it was not given. */
    @Nullable String clientSecret() {
        return clientSecret;
    }

    /** The kind of sample that is asked for, null for a call. */
    @Nullable String skeleton() {
        return skeleton;
    }
}
