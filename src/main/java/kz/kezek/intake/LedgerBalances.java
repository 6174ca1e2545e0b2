package kz.kezek.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.kezek.intake.LedgerBalance.Difference;
import kz.kezek.intake.LedgerBalance.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code custody} against tickets, conversations and mailboxes. Read in one snapshot. */
final class LedgerBalances {

    private static final int MOST = 1000;

    private static final Map<Kind, String> LOOKS = Map.of(
            Kind.LETTER_NOT_FILED, """
            select custody.id::text from custody where fate in ('TICKET', 'REPLY')
                and not exists (select from received_message where custody_id = custody.id)
            order by custody.id limit :most
            """,
            Kind.TICKET_WITHOUT_LETTER, """
            select number from ticket where channel = 'MAIL'
                and not exists (select from custody where ticket_id = ticket.id and fate = 'TICKET')
                and not exists (select from ticket_event where ticket_id = ticket.id and type = 'TicketSplitOff')
            order by ticket.id limit :most
            """,
            Kind.TICKET_OPENED_TWICE, """
            select ticket.number from custody join ticket on ticket.id = ticket_id where fate = 'TICKET'
            group by ticket.id having count(*) > 1 order by ticket.id limit :most
            """,
            Kind.FILED_WITH_ANOTHER_FATE, """
            select custody.id::text from custody join received_message on custody_id = custody.id and not copied
            where fate is null or fate not in ('TICKET', 'REPLY') order by custody.id limit :most
            """);

    private final JdbcClient jdbc;

    LedgerBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LedgerBalance read(boolean withBytes) {
        Map<String, Long> fates = fates();
        long inWork = fates.getOrDefault("", 0L);
        long letters = fates.values().stream().mapToLong(Long::longValue).sum();
        fates.remove("");
        List<Difference> differences = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.BYTES_DIFFER) {
                subjects(LOOKS.getOrDefault(kind, ""))
                        .forEach(subject -> differences.add(new Difference(kind, subject)));
            }
        }
        return new LedgerBalance(
                letters, inWork, fates, withBytes ? contents() : 0, waiting(), List.copyOf(differences));
    }

    private Map<String, Long> fates() {
        Map<String, Long> fates = new TreeMap<>();
        jdbc.sql("select coalesce(fate, '') as fate, count(*) as letters from custody group by 1")
                .query(row -> {
                    fates.put(row.getString(1), row.getLong(2));
                });
        return fates;
    }

    private List<String> subjects(String look) {
        return jdbc.sql(look).param("most", MOST).query(String.class).list();
    }

    private long contents() {
        return jdbc.sql("select count(*) from blob").query(Long.class).single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from mailbox_letter where present and custody_id is null")
                .query(Long.class)
                .single();
    }
}
