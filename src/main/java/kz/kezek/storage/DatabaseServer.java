package kz.kezek.storage;

/** A PostgreSQL that runs and can be connected to: the embedded one or an external one. */
public sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    /**
     * The server that others run at {@code address}: {@code jdbc:postgresql://host/db} or
     * {@code postgres://user:password@host/db}; what the address tells wins over {@code user} and {@code password}.
     * Nothing is connected yet.
     *
     * @throws DatabaseUnavailable when the address is neither
     */
    static DatabaseServer external(String address, String user, String password) {
        return ExternalPostgres.read(address, user, password);
    }

    /** The address for the JDBC driver, without user and password. */
    String jdbcUrl();

    /** The role to sign in as. */
    String user();

    /** The password of that role; empty when the server asks for none. */
    String password();

    /** Stops the server when it is ours to stop; returns when it has stopped. */
    @Override
    void close();
}
