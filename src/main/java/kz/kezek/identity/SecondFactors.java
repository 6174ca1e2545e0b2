package kz.kezek.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import kz.kezek.identity.SecondFactorRows.Factor;
import kz.kezek.journal.Act;
import kz.kezek.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The second factor of agents: codes of an authenticator app (RFC 6238), each good once, and ten recovery codes of which only
 * hashes are kept. Switching it on and off, and each use of a recovery code, is journalled.
 */
@Component
public final class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final String ISSUER = "Kezek";

    private final SecondFactorRows rows;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, Journal journal, TransactionOperations transaction) {
        this.rows = new SecondFactorRows(jdbc);
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * What an app has to know.
     *
     * @param secret in Base32, to be typed
     * @param uri the same for an app on this machine, {@code otpauth://…}
     */
    public record Enrolment(String secret, String uri) {}

    /** Whether the agent signs in with a code. */
    public boolean isOn(AgentId agent) {
        return rows.isConfirmed(agent);
    }

    /** A new secret, good after {@link #confirm}; one in use stays as it is and nothing is returned. */
    public Optional<Enrolment> begin(SignedInAgent agent, Instant at) {
        if (isOn(agent.id())) {
            return Optional.empty();
        }
        byte[] secret = random(Totp.SECRET_BYTES);
        rows.begin(agent.id(), secret, at);
        String written = Totp.base32(secret);
        String label = URLEncoder.encode(ISSUER + ":" + agent.login(), StandardCharsets.UTF_8);
        return Optional.of(
                new Enrolment(written, "otpauth://totp/" + label + "?secret=" + written + "&issuer=" + ISSUER));
    }

    /** Switches the factor on; the recovery codes, shown this once, or nothing when the code is wrong. */
    public Optional<List<String>> confirm(SignedInAgent agent, String code, Instant at) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Factor> begun = rows.lock(agent.id()).filter(factor -> !factor.confirmed());
            if (begun.isEmpty() || !takes(agent.id(), begun.get(), code, at)) {
                return Optional.empty();
            }
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < RECOVERY_CODES; i++) {
                codes.add(Totp.base32(random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT));
            }
            rows.confirm(
                    agent.id(), at, codes.stream().map(SecondFactors::sha256).toList());
            record(agent, "agent.second-factor-on", at);
            return Optional.of(List.copyOf(codes));
        }));
    }

    /** Switches the factor off; false when the code is wrong. */
    public boolean remove(SignedInAgent agent, String code, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!isOn(agent.id()) || !admits(agent, code, at)) {
                return false;
            }
            rows.remove(agent.id());
            record(agent, "agent.second-factor-off", at);
            return true;
        }));
    }

    /** Whether whoever knows the password may in with this code: always, where there is no second factor. */
    boolean admits(SignedInAgent agent, String code, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Factor> factor = rows.lock(agent.id()).filter(Factor::confirmed);
            if (factor.isEmpty() || takes(agent.id(), factor.get(), code, at)) {
                return true;
            }
            String recovery = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
            boolean recovered = rows.takeRecoveryCode(agent.id(), sha256(recovery), at);
            if (recovered) {
                record(agent, "agent.recovery-code-used", at);
            }
            return recovered;
        }));
    }

    private boolean takes(AgentId agent, Factor factor, String code, Instant at) {
        OptionalLong step = Totp.accepted(factor.secret(), code.replace(" ", ""), at, factor.lastStep());
        step.ifPresent(accepted -> rows.take(agent, accepted));
        return step.isPresent();
    }

    private void record(SignedInAgent agent, String action, Instant at) {
        journal.record(Act.of("agent:" + agent.id(), action, agent.login()), agent.actor(), at);
    }

    private byte[] random(int count) {
        byte[] bits = new byte[count];
        random.nextBytes(bits);
        return bits;
    }

    private static byte[] sha256(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
