package dev.cognate.triggers;

import dev.cognate.wire.Document;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the PreTokenGeneration function changes tokens. Which claims may be changed at all is for the tokens to know.
 * Reference: auth 24.4.
 *
 * @param id changes of the ID token
 * @param access changes of the access token
 * @param groups the user's groups as the tokens give them; null to leave them
 */
public record PreTokenGenerationAnswer(
        Changes id, Changes access, @Nullable Groups groups) {

    /** The answer that changes nothing. */
    public static final PreTokenGenerationAnswer NOTHING =
            new PreTokenGenerationAnswer(Changes.NONE, Changes.NONE, null);

    /**
     * Changes of one token.
     *
     * @param claims what is added or replaced, as JSON
     * @param suppressed names of claims to leave out, even of those that are added
     * @param scopes scopes to add
     * @param suppressedScopes scopes to leave out
     */
    public record Changes(
            Map<String, Document> claims, List<String> suppressed, List<String> scopes, List<String> suppressedScopes) {
        /** No change. */
        public static final Changes NONE = new Changes(Map.of(), List.of(), List.of(), List.of());

        /** Copies the collections. */
        public Changes {
            claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
            suppressed = List.copyOf(suppressed);
            scopes = List.copyOf(scopes);
            suppressedScopes = List.copyOf(suppressedScopes);
        }

        private static Changes read(JsonInput in, Path at, Violations violations) {
            Map<String, Document> claims = null;
            List<String> suppressed = List.of();
            List<String> scopes = List.of();
            List<String> suppressedScopes = List.of();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "claimsToAddOrOverride" ->
                        claims = in.structure(at.member(name), violations, PreTokenGenerationAnswer::documents);
                    case "claimsToSuppress" -> suppressed = texts(in);
                    case "scopesToAdd" -> scopes = texts(in);
                    case "scopesToSuppress" -> suppressedScopes = texts(in);
                    default -> in.skip();
                }
            }
            return new Changes(claims == null ? Map.of() : claims, suppressed, scopes, suppressedScopes);
        }
    }

    /** The user's groups as the tokens give them; empty for none. */
    public record Groups(
            List<String> names,
            List<String> roles,
            @Nullable String preferredRole) {
        private static final Groups NONE = new Groups(List.of(), List.of(), null);

        /** Copies the lists. */
        public Groups {
            names = List.copyOf(names);
            roles = List.copyOf(roles);
        }

        private static Groups read(JsonInput in, Path at, Violations violations) {
            List<String> names = List.of();
            List<String> roles = List.of();
            String preferred = null;
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "groupsToOverride" -> names = texts(in);
                    case "iamRolesToOverride" -> roles = texts(in);
                    case "preferredRole" -> preferred = in.string();
                    default -> in.skip();
                }
            }
            return new Groups(names, roles, preferred);
        }
    }

    static PreTokenGenerationAnswer readFirst(JsonInput in, Path at, Violations violations) {
        PreTokenGenerationAnswer answer = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            if (name.equals("claimsOverrideDetails")) {
                answer = in.structure(at.member(name), violations, PreTokenGenerationAnswer::readClaims);
            } else {
                in.skip();
            }
        }
        return answer == null ? NOTHING : answer;
    }

    static PreTokenGenerationAnswer readLater(JsonInput in, Path at, Violations violations) {
        PreTokenGenerationAnswer answer = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            if (name.equals("claimsAndScopeOverrideDetails")) {
                answer = in.structure(at.member(name), violations, PreTokenGenerationAnswer::readTokens);
            } else {
                in.skip();
            }
        }
        return answer == null ? NOTHING : answer;
    }

    /** The first version: changes of the ID token stand beside those of the groups, and values are texts. */
    private static PreTokenGenerationAnswer readClaims(JsonInput in, Path at, Violations violations) {
        Map<String, Document> claims = null;
        List<String> suppressed = List.of();
        Groups groups = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "claimsToAddOrOverride" ->
                    claims = in.structure(at.member(name), violations, PreTokenGenerationAnswer::documents);
                case "claimsToSuppress" -> suppressed = texts(in);
                case "groupOverrideDetails" -> groups = groups(in, at.member(name), violations);
                default -> in.skip();
            }
        }
        if (claims != null && !claims.values().stream().allMatch(PreTokenGenerationAnswer::isText)) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
        Changes id = new Changes(claims == null ? Map.of() : claims, suppressed, List.of(), List.of());
        return new PreTokenGenerationAnswer(id, Changes.NONE, groups);
    }

    private static PreTokenGenerationAnswer readTokens(JsonInput in, Path at, Violations violations) {
        Changes id = null;
        Changes access = null;
        Groups groups = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "idTokenGeneration" -> id = in.structure(at.member(name), violations, Changes::read);
                case "accessTokenGeneration" -> access = in.structure(at.member(name), violations, Changes::read);
                case "groupOverrideDetails" -> groups = groups(in, at.member(name), violations);
                default -> in.skip();
            }
        }
        return new PreTokenGenerationAnswer(
                Objects.requireNonNullElse(id, Changes.NONE), Objects.requireNonNullElse(access, Changes.NONE), groups);
    }

    /** Details that are there and empty, or null, say that there are no groups. */
    private static Groups groups(JsonInput in, Path at, Violations violations) {
        return Objects.requireNonNullElse(in.structure(at, violations, Groups::read), Groups.NONE);
    }

    private static Map<String, Document> documents(JsonInput in, Path at, Violations violations) {
        Map<String, Document> values = new LinkedHashMap<>();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            Document value = in.document();
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static boolean isText(Document value) {
        return value.json().startsWith("\"");
    }

    private static List<String> texts(JsonInput in) {
        List<@Nullable String> read = in.strings();
        return read == null ? List.of() : read.stream().filter(Objects::nonNull).toList();
    }

    /** Leaves the claims out. */
    @Override
    public String toString() {
        return "PreTokenGenerationAnswer[***]";
    }
}
