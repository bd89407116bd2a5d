package dev.cognate.imports;

import dev.cognate.pools.Pool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file holds what. Reference: lifecycle H, "Header order" and "CSV".
 *
 * @param order the columns in the order of the file
 */
record CsvColumns(List<String> order) {
    static final String USERNAME = "cognito:username";
    static final String MFA_ENABLED = "cognito:mfa_enabled";

    /** Only in the file of a job with a hashing algorithm. */
    static final String PASSWORD_HASH = "cognito:password_hash";

    /** Those that the service assigns itself. */
    private static final Set<String> ASSIGNED = Set.of("sub", "identities");

    /** The columns of a pool's file in the order of GetCSVHeader. */
    static List<String> of(Pool pool) {
        List<String> columns = new ArrayList<>();
        Set<String> names = pool.schema().attributes().keySet();
        names.stream()
                .filter(name -> name.indexOf(':') < 0 && !ASSIGNED.contains(name))
                .forEach(columns::add);
        names.stream().filter(name -> name.startsWith("custom:")).forEach(columns::add);
        columns.add(MFA_ENABLED);
        columns.add(USERNAME);
        return columns;
    }

    /** The columns of the file with this first line, null when they are not exactly those of the pool. */
    static @Nullable CsvColumns read(Pool pool, boolean withHashes, @Nullable String line) {
        if (line == null) {
            return null;
        }
        List<String> order = CsvReader.values(line);
        Set<String> expected = new HashSet<>(of(pool));
        if (withHashes) {
            expected.add(PASSWORD_HASH);
        }
        return order.size() == expected.size() && expected.equals(new HashSet<>(order)) ? new CsvColumns(order) : null;
    }
}
