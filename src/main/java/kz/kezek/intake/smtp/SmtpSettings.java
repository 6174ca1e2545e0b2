package kz.kezek.intake.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP door's settings, {@code kezek.smtp.*}.
 *
 * @param address the address to listen on, a literal; loopback unless told
 * @param port the port; 0 for a free one
 * @param hostName the name it greets with
 * @param maxSize the largest letter taken, in bytes
 * @param idleTimeout how long a silent client is kept
 */
@ConfigurationProperties("kezek.smtp")
record SmtpSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2525") int port,
        @DefaultValue("localhost") String hostName,
        @DefaultValue("36700160") int maxSize,
        @DefaultValue("500") int maxConnections,
        @DefaultValue("60s") Duration idleTimeout) {}
