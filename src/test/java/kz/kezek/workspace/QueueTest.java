package kz.kezek.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.regulation.TermName;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.Queue.Limits;
import kz.kezek.workspace.Queue.Place;
import kz.kezek.workspace.Queue.Placed;
import kz.kezek.workspace.QueueFilter.Who;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final long ME = 7;
    private static final long ANOTHER = 8;
    private static final QueueFilter WHOLE = QueueFilter.whole(Way.QUEUE, ME);

    /** Worked until 100; a first answer is at risk before 120, one after information before 150; the day closes at 200. */
    private static final Limits LIMITS = new Limits(100, 120, 150, 200, 50, 300);

    private final OpenTicket overdue = open(1, TermName.FIRST_ANSWER, 99, ME);
    private final OpenTicket atRisk = open(2, TermName.FIRST_ANSWER, 119, OpenTicket.NOBODY);
    private final OpenTicket soonAfterInformation = open(3, TermName.ANSWER_AFTER_INFORMATION, 149, ANOTHER);
    private final OpenTicket today = open(4, TermName.FIRST_ANSWER, 149, OpenTicket.NOBODY);
    private final OpenTicket later = open(5, TermName.FIRST_ANSWER, 400, ME);
    private final OpenTicket undelivered =
            new OpenTicket(6, "СК-6", false, true, Optional.of(TermName.FIRST_ANSWER), 500, OpenTicket.NOBODY);
    private final OpenTicket answeredLong =
            new OpenTicket(7, "СК-7", false, false, Optional.empty(), OpenTicket.NEVER, ANOTHER);
    private final OpenTicket awaiting =
            new OpenTicket(8, "СК-8", true, false, Optional.of(TermName.APPLICANT_REPLY), 90, ME);

    private final Queue queue = new Queue(
            Stream.of(later, awaiting, today, answeredLong, overdue, undelivered, soonAfterInformation, atRisk)
                    .sorted(OpenTicket.BY_DEADLINE)
                    .toList(),
            LIMITS,
            ME);

    private static OpenTicket open(long id, TermName clock, long due, long assignee) {
        return new OpenTicket(id, "СК-" + id, false, false, Optional.of(clock), due, assignee);
    }

    @Test
    void putsTheMostUrgentFirstAndThenWhatRunsOutFirst() {
        assertThat(queue.page(WHOLE, Optional.empty(), 50).stream().map(Placed::ticket))
                .containsExactly(answeredLong, undelivered, overdue, atRisk, soonAfterInformation, today, later);
    }

    @Test
    void goesOnWhereAPageEnded() {
        List<Placed> first = queue.page(WHOLE, Optional.empty(), 3);
        Optional<Place> end = Place.read(first.getLast().place().toString());
        assertThat(end).contains(first.getLast().place());
        assertThat(queue.page(WHOLE, end, 2).stream().map(Placed::ticket))
                .containsExactly(atRisk, soonAfterInformation);
        Optional<Place> withoutDeadline = Place.read(first.getFirst().place().toString());
        assertThat(queue.page(WHOLE, withoutDeadline, 1).stream().map(Placed::ticket))
                .containsExactly(undelivered);
    }

    @Test
    void takesWhatIsNoPlaceForNone() {
        assertThat(List.of("", "1", "1.2", "a.b.c", "1.2.3.4", "..", "1.99999999999999999999.2"))
                .allMatch(text -> Place.read(text).isEmpty());
    }

    @Test
    void countsWhatEachFilterWouldShow() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        Queue many = new Queue(
                IntStream.range(0, 2_000)
                        .mapToObj(id -> any(id, random))
                        .sorted(OpenTicket.BY_DEADLINE)
                        .toList(),
                LIMITS,
                ME);
        for (Way way : List.of(Way.QUEUE, Way.MINE, Way.WAITING, Way.FREE)) {
            for (Who who : Who.values()) {
                for (Optional<TermName> stage : stages()) {
                    QueueFilter filter = new QueueFilter(way, stage, who, ME);
                    List<Placed> shown = many.page(filter, Optional.empty(), Integer.MAX_VALUE);
                    assertThat(shown).extracting(Placed::place).isSorted();
                    assertThat(many.count(filter)).as(filter.href()).isEqualTo(shown.size());
                    assertThat(many.count(group -> group.isIn(filter) && group.urgency() == QueueGroup.Kind.BREACHED))
                            .isEqualTo((int) shown.stream()
                                    .filter(placed -> placed.place().urgency() == QueueGroup.Kind.BREACHED.ordinal())
                                    .count());
                }
            }
        }
    }

    private static List<Optional<TermName>> stages() {
        List<Optional<TermName>> stages = new ArrayList<>(List.of(Optional.empty()));
        for (TermName term : TermName.values()) {
            stages.add(Optional.of(term));
        }
        return stages;
    }

    private static OpenTicket any(long id, RandomGenerator random) {
        Optional<TermName> clock = stages().get(random.nextInt(5));
        return new OpenTicket(
                id,
                "СК-" + id,
                random.nextInt(3) == 0,
                random.nextInt(20) == 0,
                clock,
                clock.isEmpty() ? OpenTicket.NEVER : random.nextLong(0, 600),
                List.of(OpenTicket.NOBODY, ME, ANOTHER).get(random.nextInt(3)));
    }

    @Test
    void showsWhatRunsOutToday() {
        assertThat(queue.today(WHOLE, 3).stream().map(Placed::ticket))
                .containsExactly(overdue, atRisk, soonAfterInformation)
                .doesNotContain(later);
    }

    @Test
    void knowsTheNeighboursOfATicket() {
        assertThat(queue.standing(overdue.id()))
                .contains(new Queue.Standing(3, 7, Optional.of("СК-6"), Optional.of("СК-2")));
        assertThat(queue.standing(answeredLong.id()))
                .contains(new Queue.Standing(1, 7, Optional.empty(), Optional.of("СК-6")));
        assertThat(queue.standing(later.id()))
                .contains(new Queue.Standing(7, 7, Optional.of("СК-4"), Optional.empty()));
        assertThat(queue.standing(awaiting.id())).isEmpty();
    }
}
