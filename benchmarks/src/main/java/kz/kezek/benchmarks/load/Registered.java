package kz.kezek.benchmarks.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What became of the letters in the ledger, after a given custody id.
 *
 * @param settled letters with a fate
 * @param tickets of them, tickets
 * @param letters letters written to applicants since then, whatever became of them
 */
record Registered(long settled, long tickets, long letters) {

    private static final String SQL = """
            select count(settled_at) as settled,
                   count(*) filter (where fate = 'TICKET') as tickets,
                   (select count(*) from letter where seq > ?) as letters
            from custody where id > ?""";

    static Registered after(Connection database, Ends ends) throws SQLException {
        try (var statement = database.prepareStatement(SQL)) {
            statement.setLong(1, ends.letter());
            statement.setLong(2, ends.custody());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Registered(row.getLong("settled"), row.getLong("tickets"), row.getLong("letters"));
            }
        }
    }

    static long settledAfter(Connection database, Ends ends) throws SQLException {
        String sql = "select count(*) from custody where id > ? and settled_at is not null";
        try (var statement = database.prepareStatement(sql)) {
            statement.setLong(1, ends.custody());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Where the tables end before a run. */
    record Ends(long custody, long letter) {

        static Ends of(Connection database) throws SQLException {
            String sql = "select coalesce((select max(id) from custody), 0), coalesce((select max(seq) from letter), 0)";
            try (var statement = database.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Ends(row.getLong(1), row.getLong(2));
            }
        }
    }
}
