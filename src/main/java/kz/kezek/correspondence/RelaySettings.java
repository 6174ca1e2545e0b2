package kz.kezek.correspondence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay's settings, {@code kezek.relay.*}.
 *
 * @param host its name or address
 * @param port 25, 465 with {@code tls=implicit}, 587 with {@code tls=starttls}
 * @param user for authentication; empty for none
 * @param tls {@code none}, {@code starttls} (required, not merely tried) or {@code implicit}
 * @param timeout for connecting, reading and writing each
 * @param connections how many letters are handed over at once
 * @param giveUpAfter how long a letter is tried before it counts as undeliverable
 * @param trust a PEM file with the certificates to trust instead of the public authorities; empty for those
 */
@ConfigurationProperties("kezek.relay")
record RelaySettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("none") String tls,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2") int connections,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("") String trust,
        @DefaultValue Smime smime) {

    /**
     * The key that letters are signed with.
     *
     * @param store a PKCS#12 file with the key and its certificates; empty for letters without a signature
     * @param password of the file and the key
     */
    record Smime(
            @DefaultValue("") String store,
            @DefaultValue("") String password) {
        @Override
        public String toString() {
            return store;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port + ", tls " + tls + ", user " + (user.isEmpty() ? "none" : "set");
    }
}
