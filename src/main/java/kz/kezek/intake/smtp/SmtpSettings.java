package kz.kezek.intake.smtp;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP door's settings, {@code kezek.smtp.*}.
 *
 * @param address the address to listen on, a literal; loopback unless told
 * @param port the port; 0 for a free one
 * @param hostName the name it greets with
 * @param maxSize the largest letter taken, in bytes
 * @param maxConnections how many clients are kept; beyond it the one goes that has done nothing useful for longest
 * @param maxConnectionsPerAddress how many from one address (IPv6: from one /64)
 * @param relays addresses that may have any number: mail servers of our own that hand on what others sent
 * @param idleTimeout how long a whole command may take to come
 * @param letterTimeout how long a whole letter may take to come
 * @param minRate bytes per second a letter must come with, on average, once it has taken {@code idleTimeout}
 * @param maxErrors how many wrong commands a client may send
 * @param maxIdleCommands how many commands that lead nowhere (NOOP, RSET, …) a client may send between letters
 * @param maxRecipients how many recipients a letter may have
 * @param proxyFrom addresses of load balancers, which must begin with a PROXY header (v1 or v2); nobody else may
 * @param tls when both files are given, STARTTLS is offered
 */
@ConfigurationProperties("kezek.smtp")
record SmtpSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2525") int port,
        @DefaultValue("localhost") String hostName,
        @DefaultValue("36700160") int maxSize,
        @DefaultValue("10000") int maxConnections,
        @DefaultValue("50") int maxConnectionsPerAddress,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> relays,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("15m") Duration letterTimeout,
        @DefaultValue("512") int minRate,
        @DefaultValue("10") int maxErrors,
        @DefaultValue("100") int maxIdleCommands,
        @DefaultValue("100") int maxRecipients,
        @DefaultValue List<String> proxyFrom,
        @DefaultValue Tls tls) {

    /**
     * Read again when the files change.
     *
     * @param certificate a PEM file: the certificate, then its chain
     * @param key a PEM file with its private key, not encrypted
     * @param required whether letters are taken over TLS only
     */
    record Tls(
            @DefaultValue("") String certificate,
            @DefaultValue("") String key,
            @DefaultValue("false") boolean required) {

        boolean offered() {
            return !certificate.isEmpty() && !key.isEmpty();
        }
    }
}
