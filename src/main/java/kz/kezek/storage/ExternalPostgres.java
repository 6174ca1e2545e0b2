package kz.kezek.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL that others run, 15 or newer, named by {@code KEZEK_DATABASE_URL}. Closing it leaves it alone. */
record ExternalPostgres(String jdbcUrl, String user, String password) implements DatabaseServer {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<place>[^@/?]*/[^/?]+)(?:\\?(?<options>.*))?");

    /**
     * Reads {@code jdbc:postgresql://host/db} or {@code postgres://user:password@host/db}; user and password inside the
     * address win over those given beside it.
     *
     * @throws DatabaseUnavailable when the address is none of these
     */
    static ExternalPostgres read(String address, String user, String password) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            throw new DatabaseUnavailable(
                    "KEZEK_DATABASE_URL is not an address of a PostgreSQL database: write it as postgres://user:password@host:5432/database.");
        }
        String foundUser = parts.group("user") == null ? user : decoded(parts.group("user"));
        String foundPassword = parts.group("password") == null ? password : decoded(parts.group("password"));
        List<String> options = new ArrayList<>();
        for (String option : parts.group("options") == null
                ? List.<String>of()
                : List.of(parts.group("options").split("&"))) {
            if (option.startsWith("user=")) {
                foundUser = decoded(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                foundPassword = decoded(option.substring("password=".length()));
            } else {
                options.add(option);
            }
        }
        String suffix = options.isEmpty() ? "" : "?" + String.join("&", options);
        return new ExternalPostgres("jdbc:postgresql://" + parts.group("place") + suffix, foundUser, foundPassword);
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    /** Without the password, for logs. */
    @Override
    public String toString() {
        return "external PostgreSQL at " + jdbcUrl;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
