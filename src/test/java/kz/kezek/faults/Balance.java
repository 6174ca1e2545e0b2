package kz.kezek.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was acknowledged against what is there.
 *
 * @param lost authors of acknowledged letters without a ticket
 * @param doubled authors with more than one ticket
 * @param unsettled ledger rows without a fate
 * @param withoutNotice authors to whom no notice was handed over
 * @param noticedTwice authors who got two different notices
 * @param noticeRepeated authors who got the same notice again: its hand-over was cut between 250 and commit
 */
record Balance(
        int letters,
        Set<String> lost,
        Set<String> doubled,
        int unsettled,
        Set<String> withoutNotice,
        Set<String> noticedTwice,
        Set<String> noticeRepeated) {

    /** A letter as the outside world received it. */
    record Arrived(String to, String messageId) {}

    static Balance of(Set<String> acknowledged, DataSource database, Collection<Arrived> arrived) {
        Map<String, Long> tickets = ticketsByAuthor(JdbcClient.create(database));
        Map<String, List<String>> notices = arrived.stream()
                .collect(Collectors.groupingBy(
                        Arrived::to, Collectors.mapping(Arrived::messageId, Collectors.toList())));
        Set<String> twice = new TreeSet<>();
        Set<String> repeated = new TreeSet<>();
        notices.forEach((to, ids) -> {
            if (ids.size() > 1) {
                (ids.stream().distinct().count() > 1 ? twice : repeated).add(to);
            }
        });
        return new Balance(
                acknowledged.size(),
                without(acknowledged, tickets.keySet()),
                tickets.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)),
                unsettled(database),
                without(tickets.keySet(), notices.keySet()),
                twice,
                repeated);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, Long> ticketsByAuthor(JdbcClient jdbc) {
        return jdbc
                .sql("select applicant_address, count(*) as tickets from ticket group by 1")
                .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ledger rows still without a fate. */
    static int unsettled(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from custody where fate is null")
                .query(Integer.class)
                .single();
    }

    /** Letters that still wait to be handed over. */
    static int unsent(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from letter where state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    void holds() {
        assertThat(lost).as("acknowledged and lost").isEmpty();
        assertThat(doubled).as("tickets doubled").isEmpty();
        assertThat(unsettled).as("ledger rows without a fate").isZero();
        assertThat(withoutNotice).as("without a notice").isEmpty();
        assertThat(noticedTwice).as("two different notices").isEmpty();
        assertThat(letters).as("letters acknowledged").isPositive();
    }

    String inWords() {
        return "%d letters acknowledged, %d lost, %d doubled, %d without a fate, %d without notice, %d noticed twice, %d notices repeated"
                .formatted(
                        letters,
                        lost.size(),
                        doubled.size(),
                        unsettled,
                        withoutNotice.size(),
                        noticedTwice.size(),
                        noticeRepeated.size());
    }
}
