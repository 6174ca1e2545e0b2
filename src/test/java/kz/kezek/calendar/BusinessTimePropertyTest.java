package kz.kezek.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.kezek.ManyTries;
import kz.kezek.ManyTries.Property;
import org.junit.jupiter.api.Test;

/** The laws of business time, on random calendars, against an oracle that asks every second. */
class BusinessTimePropertyTest {

    /** One random calendar with two instants in order, two budgets and a few pauses. */
    record Case(RandomCalendar random, long from, long to, long budget, long further, List<Pause> pauses) {

        static Case draw(Random random) {
            RandomCalendar calendar = RandomCalendar.draw(random);
            long a = calendar.instant(random);
            long b = calendar.instant(random);
            List<Pause> pauses = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                long p = calendar.instant(random);
                pauses.add(new Pause(at(p), at(p + random.nextInt(100_000))));
            }
            return new Case(
                    calendar, Math.min(a, b), Math.max(a, b), random.nextInt(100_000), random.nextInt(50_000), pauses);
        }

        BusinessCalendar calendar() {
            return random.calendar();
        }

        SecondBySecond oracle() {
            return random.oracle();
        }

        /** Far enough for every budget drawn, when the week works at all. */
        long horizon() {
            return random.end() + 4 * 7 * 86_400L;
        }

        Instant due(long start, long seconds) {
            return calendar().plus(at(start), BusinessTime.ofSeconds(seconds));
        }

        List<long[]> oraclePauses() {
            return pauses.stream()
                    .map(pause -> new long[] {
                        pause.from().getEpochSecond(), pause.to().getEpochSecond()
                    })
                    .toList();
        }

        /** Whether the budget ends near enough for an oracle that walks. */
        boolean ends() {
            return random.everWorks() && oracle().due(from, budget + further, oraclePauses(), horizon()) >= 0;
        }
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static void holds(int tries, Property<Case> property) {
        ManyTries.of(tries, Case::draw, property);
    }

    @Test
    void consumesWhatTheOracleCounts() {
        holds(150, drawn -> {
            assertThat(drawn.calendar()
                            .between(at(drawn.from()), at(drawn.to()))
                            .seconds())
                    .isEqualTo(drawn.oracle().between(drawn.from(), drawn.to()));
        });
    }

    @Test
    void endsAtTheFirstSecondTheOracleHasConsumedTheBudget() {
        holds(150, drawn -> {
            long due = drawn.oracle().due(drawn.from(), drawn.budget(), List.of(), drawn.horizon());
            assumeTrue(due >= 0);
            assertThat(drawn.due(drawn.from(), drawn.budget())).isEqualTo(at(due));
        });
    }

    @Test
    void standsStillInPausesAsTheOracleDoes() {
        holds(150, drawn -> {
            long due = drawn.oracle().due(drawn.from(), drawn.budget(), drawn.oraclePauses(), drawn.horizon());
            assumeTrue(due >= 0);
            TimeLimit limit = new TimeLimit.BusinessHours(BusinessTime.ofSeconds(drawn.budget()));
            assertThat(drawn.calendar().dueAt(at(drawn.from()), limit, drawn.pauses()))
                    .isEqualTo(at(due));
            assertThat(drawn.calendar()
                            .between(at(drawn.from()), at(due), drawn.pauses())
                            .seconds())
                    .isEqualTo(drawn.budget());
        });
    }

    @Test
    void closesTheNthWorkingDayAsTheOracleDoes() {
        holds(150, drawn -> {
            int days = 1 + (int) (drawn.budget() % 3);
            long due = drawn.oracle().closingAfter(drawn.from(), days, drawn.horizon());
            assumeTrue(due >= 0);
            assertThat(drawn.calendar().dueAt(at(drawn.from()), new TimeLimit.BusinessDays(days)))
                    .isEqualTo(at(due));
        });
    }

    @Test
    void consumesBetweenWhatItAdded() {
        holds(500, drawn -> {
            assumeTrue(drawn.random().everWorks());
            Instant due = drawn.due(drawn.from(), drawn.budget());
            assertThat(drawn.calendar().between(at(drawn.from()), due).seconds())
                    .isEqualTo(drawn.budget());
        });
    }

    @Test
    void neverEndsEarlierForALaterBeginning() {
        holds(500, drawn -> {
            assumeTrue(drawn.random().everWorks());
            assertThat(drawn.due(drawn.from(), drawn.budget()))
                    .isBeforeOrEqualTo(drawn.due(drawn.to(), drawn.budget()));
        });
    }

    @Test
    void addsTwoBudgetsAsTheirSum() {
        holds(500, drawn -> {
            assumeTrue(drawn.random().everWorks());
            Instant first = drawn.due(drawn.from(), drawn.budget());
            assertThat(drawn.due(first.getEpochSecond(), drawn.further()))
                    .isEqualTo(drawn.due(drawn.from(), drawn.budget() + drawn.further()));
        });
    }

    @Test
    void countsTheSameWhereverTheStretchIsCut() {
        holds(500, drawn -> {
            long cut = drawn.from() + (drawn.to() - drawn.from()) * (drawn.budget() % 100) / 100;
            BusinessCalendar calendar = drawn.calendar();
            assertThat(calendar.between(at(drawn.from()), at(cut)).plus(calendar.between(at(cut), at(drawn.to()))))
                    .isEqualTo(calendar.between(at(drawn.from()), at(drawn.to())));
        });
    }

    @Test
    void doesNotCareHowAPauseIsSplit() {
        holds(500, drawn -> {
            assumeTrue(drawn.random().everWorks());
            List<Pause> split = new ArrayList<>();
            for (Pause pause : drawn.pauses()) {
                Instant middle = at((pause.from().getEpochSecond() + pause.to().getEpochSecond()) / 2);
                split.add(new Pause(middle, pause.to()));
                split.add(new Pause(pause.from(), middle));
            }
            TimeLimit limit = new TimeLimit.BusinessHours(BusinessTime.ofSeconds(drawn.budget()));
            assertThat(drawn.calendar().deadline(at(drawn.from()), limit, split))
                    .isEqualTo(drawn.calendar().deadline(at(drawn.from()), limit, drawn.pauses()));
        });
    }

    @Test
    void opensAndClosesWhenTheOracleDoes() {
        holds(150, drawn -> {
            long next = drawn.oracle().due(drawn.from(), 1, List.of(), drawn.horizon()) - 1;
            assumeTrue(next >= 0);
            BusinessCalendar calendar = drawn.calendar();
            assertThat(calendar.isOpen(at(drawn.from())))
                    .isEqualTo(drawn.oracle().open(drawn.from()));
            assertThat(calendar.nextOpening(at(drawn.from()))).isEqualTo(at(next));
            long closing = calendar.closing(at(drawn.from())).getEpochSecond();
            assertThat(drawn.oracle().open(closing - 1)).isTrue();
            long endOfDay = calendar.dateOf(next)
                    .plusDays(1)
                    .atStartOfDay(calendar.zone())
                    .toEpochSecond();
            assertThat(drawn.oracle().between(closing, endOfDay)).isZero();
        });
    }

    @Test
    void explainsEverySecondOnTheWay() {
        holds(100, drawn -> {
            assumeTrue(drawn.ends());
            TimeLimit limit = new TimeLimit.BusinessHours(BusinessTime.ofSeconds(drawn.budget()));
            Deadline deadline = drawn.calendar().deadline(at(drawn.from()), limit, drawn.pauses());
            Explanation explanation = deadline.explanation();
            assertThat(explanation.counted().seconds()).isEqualTo(drawn.budget());
            long second = drawn.from();
            for (Span span : explanation.spans()) {
                assertThat(span.from()).isEqualTo(at(second));
                boolean paused = span.reason() == Span.Reason.PAUSE;
                for (; second < span.to().getEpochSecond(); second++) {
                    if (!paused && drawn.oracle().open(second) != span.counts()) {
                        throw new AssertionError(at(second) + " in " + span);
                    }
                }
            }
            assertThat(at(second)).isEqualTo(deadline.dueAt());
            assertThat(deadline.dueAt()).isEqualTo(drawn.calendar().dueAt(at(drawn.from()), limit, drawn.pauses()));
        });
    }
}
