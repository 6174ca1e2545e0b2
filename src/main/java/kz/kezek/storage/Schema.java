package kz.kezek.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a database of ours consists of, as its own catalogue tells: nothing has to be added here for a new table. */
record Schema(String version, List<Table> tables) {

    /** The sessions of signed-in people end with the database they were begun on; the history is the migration's own. */
    private static final Set<String> LEFT_OUT =
            Set.of("spring_session", "spring_session_attributes", "flyway_schema_history");

    /** A table and its columns, those the database computes itself left out. */
    record Table(String name, List<String> columns) {

        String copyOut() {
            return "copy %s (%s) to stdout".formatted(quoted(name), names());
        }

        String copyIn() {
            return "copy %s (%s) from stdin".formatted(quoted(name), names());
        }

        private String names() {
            return columns.stream().map(Schema::quoted).collect(Collectors.joining(", "));
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** In the order in which tables can be filled: each after those its foreign keys lead to. */
    static Schema of(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, Set<String>> needs = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select relname, attname from pg_class
                    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
                    where relkind = 'r' and relnamespace = current_schema()::regnamespace
                    order by relname, attnum
                    """)) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select child.relname, parent.relname from pg_constraint
                    join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
                    where contype = 'f' and conrelid <> confrelid
                    """)) {
                while (row.next()) {
                    needs.computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>())
                            .add(row.getString(2));
                }
            }
            columns.keySet().removeAll(LEFT_OUT);
            Set<String> ordered = new LinkedHashSet<>();
            columns.keySet().forEach(name -> place(name, needs, ordered));
            List<Table> tables = ordered.stream()
                    .filter(columns::containsKey)
                    .map(name -> new Table(name, List.copyOf(columns.getOrDefault(name, List.of()))))
                    .toList();
            return new Schema(version(statement), tables);
        }
    }

    private static void place(String name, Map<String, Set<String>> needs, Set<String> ordered) {
        if (!ordered.contains(name)) {
            needs.getOrDefault(name, Set.of()).forEach(needed -> place(needed, needs, ordered));
            ordered.add(name);
        }
    }

    private static String version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select version from flyway_schema_history where success order by installed_rank desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The last number each sequence has given; those that have given none are left out. */
    Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> sequences = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null order by sequencename
                        """)) {
            while (row.next()) {
                sequences.put(row.getString(1), row.getLong(2));
            }
        }
        return sequences;
    }
}
