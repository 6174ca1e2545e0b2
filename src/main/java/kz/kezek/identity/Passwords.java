package kz.kezek.identity;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes of passwords: Argon2id, 19 MiB, two passes (the OWASP recommendation). Only as many are computed at once as there are
 * processors, so that a flood of sign-ins costs time and not the heap.
 */
@Component
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    Passwords() {
        this.nobodys = hash("the password of nobody");
    }

    /** A hash that no account has: comparing with it takes the time of a real one. */
    String nobodys() {
        return nobodys;
    }

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return argon2.encode(PasswordRules.canonical(password));
        } finally {
            room.release();
        }
    }

    boolean matches(String password, String hash) {
        room.acquireUninterruptibly();
        try {
            return argon2.matches(PasswordRules.canonical(password), hash);
        } finally {
            room.release();
        }
    }
}
