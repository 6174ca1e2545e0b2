package kz.kezek.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.applicant.PhoneNumber;
import kz.kezek.ticket.TicketState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tickets that may be a caller's: by the whole ИИН or БИН, by the number of an earlier call, by words of the name. */
@Component
class CallMatches {

    private static final int MOST = 6;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_WORD = 3;

    private static final String OPEN =
            "state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED')";

    private static final String FOUND = """
            with hit as (
                select id, 'id' as by from ticket where :id <> '' and applicant_id = :id and OPEN
                union
                select ticket_id, 'phone' from phone_call where :phone <> '' and phone = :phone and ticket_id is not null
                union
                (select id, 'name' from ticket
                where :longest <> '' and lower(applicant_name) like :longest and lower(applicant_name) like all(:words) and OPEN
                order by id desc limit :most)
            )
            select number, state, summary, language, applicant_name, received_at,
                array(select by from hit where hit.id = ticket.id order by by) as by
            from ticket where id in (select id from hit) and OPEN
            order by exists (select from hit where hit.id = ticket.id and by = 'id') desc,
                exists (select from hit where hit.id = ticket.id and by = 'phone') desc, id desc
            limit :most
            """.replace("OPEN", OPEN);

    private final JdbcClient jdbc;

    CallMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open ticket and what it has in common with the caller: {@code id}, {@code phone}, {@code name}. */
    record Found(
            String number,
            TicketState state,
            String summary,
            Optional<Language> language,
            String applicant,
            Instant receivedAt,
            List<String> by) {}

    List<Found> of(Optional<ApplicantId> id, Optional<PhoneNumber> phone, String name) {
        List<String> words = words(name);
        String longest =
                words.stream().max(Comparator.comparingInt(String::length)).orElse("");
        return jdbc.sql(FOUND)
                .param("id", id.map(ApplicantId::digits).orElse(""))
                .param("phone", phone.map(PhoneNumber::digits).orElse(""))
                .param("longest", longest)
                .param("words", words.toArray(String[]::new))
                .param("most", MOST)
                .query(CallMatches::found)
                .list();
    }

    /** Whether this name says enough to look for it. */
    static boolean says(String name) {
        return !words(name).isEmpty();
    }

    /** Letters and hyphens only: nothing in them is a pattern of its own. */
    private static List<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .limit(MOST_WORDS)
                .map(word -> "%" + word + "%")
                .toList();
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getString("number"),
                TicketState.valueOf(row.getString("state")),
                row.getString("summary"),
                Optional.ofNullable(row.getString("language")).map(Language::valueOf),
                row.getString("applicant_name"),
                row.getTimestamp("received_at").toInstant(),
                List.of((String[]) row.getArray("by").getArray()));
    }
}
