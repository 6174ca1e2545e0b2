package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kz.kezek.RunningDesk;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a search takes among many letters, by how rare its word is, and what the words cost a letter when it comes in. Not a
 * test of every run: {@code mvn test -Dtest=SearchMeasurement}.
 */
class SearchMeasurement {

    private static final int TICKETS = Integer.getInteger("kezek.measured.tickets", 50_000);
    private static final int LETTERS_OF_A_TICKET = 3;
    private static final int TRIES = 20;

    @Test
    void findsRareAndCommonWords() {
        try (RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z")) {
            JdbcClient jdbc = desk.bean(JdbcClient.class);
            jdbc.sql(TICKET_ROWS).param("tickets", TICKETS).update();
            long plain = timed(() -> jdbc.sql(LETTER_TEXTS).query(Long.class).single());
            long indexed = timed(() ->
                    jdbc.sql(LETTER_ROWS).param("letters", LETTERS_OF_A_TICKET).update());
            jdbc.sql("vacuum analyze").update();
            System.out.printf(
                    "%d letters: words alone %.3f ms each, whole row with its indexes %.3f ms each%n",
                    TICKETS * LETTERS_OF_A_TICKET, plain / 1e6 / 5000, indexed / 1e6 / TICKETS / LETTERS_OF_A_TICKET);
            var searches = desk.bean(TicketSearches.class);
            for (String typed : List.of("ошибка", "слово7", "слово77", "слово777", "слово7777", "слово7 слово77")) {
                measure(searches, typed);
            }
        }
    }

    private static void measure(TicketSearches searches, String typed) {
        long[] times = new long[TRIES];
        int found = 0;
        for (int i = 0; i < TRIES; i++) {
            long before = System.nanoTime();
            found = searches.find(SearchQuery.read(typed), Long.MAX_VALUE, 26).size();
            times[i] = System.nanoTime() - before;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: %d found, median %d ms, slowest %d ms%n",
                typed,
                found,
                Duration.ofNanos(times[TRIES / 2]).toMillis(),
                Duration.ofNanos(times[TRIES - 1]).toMillis());
        assertThat(found).isPositive();
    }

    private static long timed(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private static final String TICKET_ROWS = """
            insert into ticket (number, state, channel, received_at, registered_at, language, summary, applicant_name,
                applicant_address, applicant_id, submission, missing_items, last_event_at)
            select 'СК-26-' || lpad(n::text, 6, '0'), 'CLOSED', 'MAIL', t, t, 'RU', 'x', 'Имя', 'a@example.kz', '', '{}', '{}', t
            from (select n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute' as t
                from generate_series(1, :tickets) as n) as made
            """;

    /** A letter of 150 words, each the rarer the greater its number: «слово7» in about one letter of seven hundred times seven. */
    private static final String WORDS = """
            (select 'Добрый день, возникает ошибка. ' || string_agg('слово' || floor(exp(random() * ln(20000)))::int, ' ')
                from generate_series(1, 150) where m > 0)
            """;

    private static final String LETTER_TEXTS = """
            select sum(length(to_tsvector('russian', text)))
            from (select %s as text from generate_series(1, 5000) as m) as letters
            """.formatted(WORDS);

    private static final String LETTER_ROWS = """
            with kept as (
                insert into custody (door, received_at, peer, envelope_from, recipients, size, fate, settled_at)
                select 'test', received_at, '', '', '{}', 0, 'REFUSED', received_at
                from ticket cross join generate_series(1, :letters) returning id)
            insert into received_message (ticket_id, custody_id, received_at, from_name, from_address, subject, message_id, text,
                reply_text, html, known_sender)
            select 1 + (m - 1) %% (select count(*) from ticket), m, now(), 'Имя', 'a@example.kz', 'Тема', '', '', %s, '', true
            from (select row_number() over (order by id) as m from kept) as numbered
            """.formatted(WORDS);
}
