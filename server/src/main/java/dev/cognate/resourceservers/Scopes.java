package dev.cognate.resourceservers;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ResourceServerScopeType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes that a request gives a resource server; each name once. Reference: oauth-config B8. */
final class Scopes {
    private Scopes() {}

    /**
     * The scopes as they are kept; none given is an empty list.
     *
     * @throws InvalidParameterException a name is there twice: which description it has would be anybody's guess
     */
    static List<ResourceServerScopeType> of(@Nullable List<ResourceServerScopeType> asked) {
        List<ResourceServerScopeType> scopes = asked == null ? List.of() : asked;
        Set<String> names = new HashSet<>();
        for (ResourceServerScopeType scope : scopes) {
            if (!names.add(scope.scopeName())) {
                throw new InvalidParameterException(Texts.repeatedScope(scope.scopeName()));
            }
        }
        return scopes;
    }
}
