package kz.kezek.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** All that a database holds, to be compared with another's. */
public final class DatabaseContents {

    /** The scheduler's own table says which node looked last, and changes while nothing happens. */
    private static final String SCHEDULER = "scheduled_tasks";

    private DatabaseContents() {}

    /** Every table's rows as text by the table's name, and the sequences. */
    public static Map<String, List<String>> of(DataSource database) throws SQLException {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            Schema schema = Schema.of(connection);
            for (Schema.Table table : schema.tables()) {
                contents.put(table.name(), rows(connection, table));
            }
            contents.put("sequences", List.of(schema.sequences(connection).toString()));
        }
        contents.remove(SCHEDULER);
        return contents;
    }

    private static List<String> rows(Connection connection, Schema.Table table) throws SQLException {
        String name = Schema.quoted(table.name());
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select array_agg(t::text order by t::text) from " + name + " t")) {
            row.next();
            var array = row.getArray(1);
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }
    }
}
