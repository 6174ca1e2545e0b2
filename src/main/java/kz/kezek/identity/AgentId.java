package kz.kezek.identity;

/** The database's number of an agent; it never changes and is never given to another. */
public record AgentId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
