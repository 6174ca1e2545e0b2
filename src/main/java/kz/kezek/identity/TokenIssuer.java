package kz.kezek.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kz.kezek.identity.TokenIssue.Issued;
import kz.kezek.identity.TokenIssue.NameRefused;
import kz.kezek.identity.TokenIssue.NameTaken;
import kz.kezek.journal.Act;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Issues and revokes API tokens: {@code kzk_} and 256 random bits, of which only the SHA-256 is kept. */
@Component
public final class TokenIssuer {

    /** The name of the token given by {@code KEZEK_BOOTSTRAP_TOKEN}. */
    public static final String BOOTSTRAP = "bootstrap";

    private static final String PREFIX = "kzk_";
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_NAME = 100;

    private final ApiTokens tokens;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final SecureRandom random = new SecureRandom();

    TokenIssuer(JdbcClient jdbc, Journal journal, TransactionOperations transaction) {
        this.tokens = new ApiTokens(jdbc);
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Makes a token with one role. */
    public TokenIssue issue(String name, Role role, Actor by, Instant at) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.equals(BOOTSTRAP)) {
            return new NameRefused(plain);
        }
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String value = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return inTransaction(() -> tokens.insert(plain, role, hash(value), at)
                .<TokenIssue>map(token -> {
                    record(token, "token.issued", by, at);
                    return new Issued(token, value);
                })
                .orElseGet(() -> new NameTaken(plain)));
    }

    /** Ends the active token of this name; empty when there is none. */
    public Optional<ApiToken> revoke(String name, Actor by, Instant at) {
        return inTransaction(() -> {
            Optional<ApiToken> token = tokens.activeNamed(name.strip());
            token.ifPresent(active -> {
                tokens.revoke(active, at);
                record(active, "token.revoked", by, at);
            });
            return token;
        });
    }

    /** All tokens, revoked ones too, oldest first. */
    public List<ApiToken> all() {
        return tokens.all();
    }

    /** Makes the given value, or none, the only bootstrap token: an administrator's, for automation. */
    void bootstrap(Optional<String> value, Instant at) {
        var by = new SystemActor(BOOTSTRAP);
        inTransaction(() -> {
            Optional<ApiToken> before = tokens.activeNamed(BOOTSTRAP);
            boolean same = before.isPresent()
                    && value.flatMap(v -> tokens.active(hash(v))).equals(before);
            if (!same) {
                revoke(BOOTSTRAP, by, at);
                value.flatMap(v -> tokens.insert(BOOTSTRAP, Role.ADMINISTRATOR, hash(v), at))
                        .ifPresent(token -> record(token, "token.issued", by, at));
            }
            return same;
        });
    }

    /** The caller behind a token's value, if it is active; notes the hour of its use. */
    Optional<CallingToken> accept(String value, Instant at) {
        return tokens.active(hash(value)).map(token -> {
            tokens.used(token.id(), at);
            return new CallingToken(token.id(), token.name(), token.role());
        });
    }

    private void record(ApiToken token, String action, Actor by, Instant at) {
        var act = Act.of("token:" + token.id(), action, token.name())
                .with("role", token.role().name());
        journal.record(act, by, at);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
