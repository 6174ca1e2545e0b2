package kz.kezek.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The applicants' pages, {@code kezek.portal.*}; where people reach them is {@code kezek.public-url}.
 *
 * @param linkAge how long a link to a ticket works
 * @param confirmationAge how long a filled in request waits for its sender's address to be confirmed
 * @param fewestSeconds a form sent sooner after it was opened was not filled in by a person
 */
@ConfigurationProperties("kezek.portal")
record PortalSettings(
        @DefaultValue("60d") Duration linkAge,
        @DefaultValue("24h") Duration confirmationAge,
        @DefaultValue("4") int fewestSeconds) {

    /** Where people reach the pages, without a slash at the end; empty when that is not configured. */
    static Optional<URI> publicUrl(Environment environment) {
        String url = environment.getProperty("kezek.public-url", "").strip();
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url.replaceAll("/+$", "")));
    }
}
