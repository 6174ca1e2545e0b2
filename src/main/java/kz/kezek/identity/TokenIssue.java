package kz.kezek.identity;

/** What came of a wish for a token. */
public sealed interface TokenIssue {

    /**
     * A new token.
     *
     * @param value what callers send as {@code Authorization: Bearer …}; this is the only time it can be seen
     */
    record Issued(ApiToken token, String value) implements TokenIssue {
        @Override
        public String toString() {
            return "Issued[token=" + token + "]";
        }
    }

    /** An active token has this name. */
    record NameTaken(String name) implements TokenIssue {}

    /** The name is not 1 to 100 characters, or is {@code bootstrap}. */
    record NameRefused(String name) implements TokenIssue {}
}
