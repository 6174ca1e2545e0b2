package kz.kezek.storage;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that this installation made for itself and keeps in its database, so that every node has the same. */
@Component
public class InstallationSecrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    InstallationSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The HMAC-SHA-256 key of this name; made at the first use, 256 random bits. */
    public SecretKey hmacKey(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into installation_secret (name, value) values (?, ?) on conflict do nothing")
                .params(name, fresh)
                .update();
        byte[] kept = jdbc.sql("select value from installation_secret where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
        return new SecretKeySpec(kept, "HmacSHA256");
    }
}
