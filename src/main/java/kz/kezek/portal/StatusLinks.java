package kz.kezek.portal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.StatusPages;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code status_link}: secret links to tickets, random, hashed, expiring and revocable. */
@Component
@EnableConfigurationProperties(PortalSettings.class)
class StatusLinks implements StatusPages {

    private final JdbcClient jdbc;
    private final PortalSettings settings;
    private final Optional<URI> publicUrl;

    StatusLinks(JdbcClient jdbc, PortalSettings settings, Environment environment) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.publicUrl = PortalSettings.publicUrl(environment);
    }

    /** A new link to the ticket. */
    SecretToken issue(TicketId ticket, Instant at) {
        SecretToken token = SecretToken.fresh();
        jdbc.sql("insert into status_link (token_sha256, ticket_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(
                        token.sha256(),
                        ticket.value(),
                        at.atOffset(ZoneOffset.UTC),
                        at.plus(settings.linkAge()).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Whether its applicant has ever switched links to it off: then only a letter brings a new one. */
    boolean wereRevoked(TicketId ticket) {
        return jdbc.sql("select exists (select 1 from status_link where ticket_id = ? and revoked_at is not null)")
                .param(ticket.value())
                .query(Boolean.class)
                .single();
    }

    /** The ticket that this link leads to, while it works. */
    Optional<TicketId> ticket(SecretToken token, Instant at) {
        return jdbc.sql("""
                select ticket_id from status_link
                where token_sha256 = ? and expires_at > ? and revoked_at is null
                """)
                .params(token.sha256(), at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    /** From now on no link to the ticket works that was made before. */
    void revoke(TicketId ticket, Instant at) {
        jdbc.sql("update status_link set revoked_at = ? where ticket_id = ? and revoked_at is null")
                .params(at.atOffset(ZoneOffset.UTC), ticket.value())
                .update();
    }

    @Override
    public Map<Language, URI> linksTo(Ticket ticket, Instant at) {
        if (publicUrl.isEmpty()) {
            return Map.of();
        }
        SecretToken token = issue(ticket.id(), at);
        Map<Language, URI> links = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            links.put(language, URI.create(publicUrl.get() + "/s/" + token.value() + "?lang=" + language.tag()));
        }
        return links;
    }
}
