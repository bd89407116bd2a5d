package dev.cognate.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.transfer.Column.Plain;
import dev.cognate.transfer.Column.Secret;
import dev.cognate.transfer.SchemaColumns.SchemaColumn;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported, against the schema: a table or column that somebody adds has to be thought of here. */
class TablesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyTableOfPoolsIsInTheFileOrLeftOutForAReason(Database database) {
        try (Store store = database.open(folder)) {
            Set<String> known = new TreeSet<>();
            Stream.of(Kept.values()).map(Kept::table).forEach(known::add);
            Stream.of(LeftOut.values())
                    .map(LeftOut::table)
                    .forEach(table -> assertThat(known.add(table)).as(table).isTrue());

            assertThat(known).isEqualTo(SchemaColumns.of(store, database).keySet());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnIsInTheFileAsWhatItIs(Database database) {
        try (Store store = database.open(folder)) {
            Map<String, List<SchemaColumn>> schema = SchemaColumns.of(store, database);
            for (Kept kept : Kept.values()) {
                List<SchemaColumn> columns = Objects.requireNonNull(schema.get(kept.table()));
                assertThat(kept.columns().stream().map(Column::name))
                        .as(kept.table())
                        .containsExactlyInAnyOrderElementsOf(columns.stream()
                                .map(SchemaColumn::name)
                                .filter(name -> !name.equals("pool_id"))
                                .toList());
                for (Column column : kept.columns()) {
                    assertThat(types(column))
                            .as(kept.table() + "." + column.name())
                            .contains(typeOf(columns, column.name()));
                    assertThat(column.isNullable())
                            .as(kept.table() + "." + column.name())
                            .isEqualTo(columns.stream()
                                    .anyMatch(each -> each.name().equals(column.name()) && each.isNullable()));
                }
            }
        }
    }

    private static String typeOf(List<SchemaColumn> columns, String name) {
        return columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private static List<String> types(Column column) {
        return switch (column.kind()) {
            case Plain plain ->
                switch (plain) {
                    case TEXT, JSON -> List.of("text");
                    case NUMBER, TIME -> List.of("bigint", "integer");
                    case FLAG -> List.of("boolean", "integer");
                    case BYTES -> List.of("blob", "bytea");
                };
            case Secret _ -> List.of("blob", "bytea");
        };
    }

    /** Else pages would lose rows, or repeat them. */
    @ParameterizedTest
    @EnumSource
    void rowsAreToldApartByTheirPrimaryKeys(Database database) {
        try (Store store = database.open(folder)) {
            Map<String, List<SchemaColumn>> schema = SchemaColumns.of(store, database);
            for (Kept kept : Kept.values()) {
                assertThat(kept.keys())
                        .as(kept.table())
                        .containsExactlyElementsOf(Objects.requireNonNull(schema.get(kept.table())).stream()
                                .filter(each -> each.inKey() > 0 && !each.name().equals("pool_id"))
                                .sorted(Comparator.comparingLong(SchemaColumn::inKey))
                                .map(SchemaColumn::name)
                                .toList());
            }
        }
    }

    @Test
    void everyReasonIsASentencesWorth() {
        assertThat(LeftOut.values())
                .allSatisfy(each -> assertThat(each.reason()).hasSizeGreaterThan(15));
    }
}
