package kz.kezek.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.kezek.applicant.Language;
import kz.kezek.intake.CustodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code filing}: requests filled in on the page that wait until their sender's address is confirmed. */
@Component
class Filings {

    private final JdbcClient jdbc;

    Filings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A filing; in custody once its address is confirmed. */
    record Filing(
            long id,
            String address,
            String summary,
            Language language,
            byte[] letter,
            Instant expiresAt,
            Optional<CustodyId> custody) {}

    /** Keeps what was filled in until it is sent and confirmed, or not. */
    void insert(SecretToken draft, Filing filing, Instant at) {
        jdbc.sql("delete from filing where expires_at < ?").param(time(at)).update();
        jdbc.sql("""
                insert into filing (draft_sha256, address, summary, language, letter, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        draft.sha256(),
                        filing.address(),
                        filing.summary(),
                        filing.language().name(),
                        filing.letter(),
                        time(at),
                        time(filing.expiresAt()))
                .update();
    }

    /** The filing that this browser filled in, if no letter has asked to confirm it yet; locked. */
    Optional<Filing> lockDraft(SecretToken draft, Instant at) {
        return jdbc.sql("""
                select * from filing where draft_sha256 = ? and token_sha256 is null and expires_at > ? for update
                """)
                .params(draft.sha256(), time(at))
                .query(Filings::filing)
                .optional();
    }

    /** A letter with this token asks to confirm the address. */
    void ask(long id, SecretToken token) {
        jdbc.sql("update filing set token_sha256 = ? where id = ?")
                .params(token.sha256(), id)
                .update();
    }

    Optional<Filing> find(SecretToken token, Instant at) {
        return jdbc.sql("select * from filing where token_sha256 = ? and expires_at > ?")
                .params(token.sha256(), time(at))
                .query(Filings::filing)
                .optional();
    }

    /** The same, locked until the end of the transaction. */
    Optional<Filing> lock(SecretToken token, Instant at) {
        return jdbc.sql("select * from filing where token_sha256 = ? and expires_at > ? for update")
                .params(token.sha256(), time(at))
                .query(Filings::filing)
                .optional();
    }

    /** The address is confirmed and the letter in custody: it is kept there and no longer here. */
    void confirm(long id, CustodyId custody, Instant at) {
        jdbc.sql("update filing set confirmed_at = ?, custody_id = ?, letter = null where id = ?")
                .params(time(at), custody.value(), id)
                .update();
    }

    private static Filing filing(ResultSet row, int index) throws SQLException {
        byte[] letter = row.getBytes("letter");
        return new Filing(
                row.getLong("id"),
                row.getString("address"),
                row.getString("summary"),
                Language.valueOf(row.getString("language")),
                letter == null ? new byte[0] : letter,
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("custody_id", Long.class)).map(CustodyId::new));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
