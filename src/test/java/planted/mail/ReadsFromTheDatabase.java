package planted.mail;

import java.sql.Connection;

/** A pure package that knows the database. */
public record ReadsFromTheDatabase(Connection connection) {}
