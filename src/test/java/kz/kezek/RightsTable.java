package kz.kezek;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.kezek.identity.Role;

/** The table of who may what as it is written in {@code who-may-what.txt}. */
final class RightsTable {

    /** Words of the table's first column. */
    enum Who {
        /** Who has not signed in, and nothing depends on a session. */
        ANYBODY,
        /** Who has not signed in, by a form with a token. */
        VISITOR,
        /** Nobody who comes from outside finds anything there: of the demonstration, or of one agent alone. */
        NOBODY,
        STAFF(Role.values()),
        AGENTS(Role.AGENT, Role.SHIFT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR),
        LEADS(Role.SHIFT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR),
        LEADS_AND_AUDITORS(Role.SHIFT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR),
        SUPERVISORS(Role.SUPERVISOR, Role.ADMINISTRATOR),
        ADMINISTRATORS(Role.ADMINISTRATOR),
        ADMINISTRATORS_AND_AUDITORS(Role.ADMINISTRATOR, Role.AUDITOR);

        private final Set<Role> roles = EnumSet.noneOf(Role.class);

        Who(Role... roles) {
            this.roles.addAll(Arrays.asList(roles));
        }

        Set<Role> roles() {
            return roles;
        }

        boolean needsNoSignIn() {
            return this == ANYBODY || this == VISITOR;
        }
    }

    /**
     * A line.
     *
     * @param byFilter the address is answered before any handler, so the program does not list it
     * @param query what is asked besides, or nothing
     */
    record Row(Who who, Endpoint endpoint, boolean byFilter, String query) {

        String toNothing() {
            return path(Map.of());
        }

        String path(Map<String, String> values) {
            String path = endpoint.path(values);
            return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
        }

        @Override
        public String toString() {
            return endpoint + (query.isEmpty() ? "" : " with " + query);
        }
    }

    private RightsTable() {}

    static List<Row> rows() {
        try (InputStream table = Objects.requireNonNull(RightsTable.class.getResourceAsStream("/who-may-what.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line.strip().split(" +")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] words) {
        Who who = Who.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean byFilter = words.length > 3 && words[3].equals("(filter)");
        String query = words.length > 4 && words[3].equals("with") ? words[4] : "";
        return new Row(who, new Endpoint(words[1], words[2]), byFilter, query);
    }
}
