package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInLimitsTest {

    private static final Instant AT = Instant.parse("2026-07-10T04:00:00Z");
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final SignInLimits limits = new SignInLimits();

    @Test
    void allowsTenTriesAndRefusesTheEleventh() {
        assertThat(taken(10, "a.seit", HERE)).isEqualTo(10);

        assertThat(limits.take("a.seit", HERE, AT)).isFalse();
    }

    @Test
    void doesNotLockTheVictimOutWhoComesFromElsewhere() {
        taken(1000, "a.seit", HERE);

        assertThat(limits.take("a.seit", ELSEWHERE, AT)).isTrue();
    }

    @Test
    void doesNotRefuseAColleagueAtTheSameAddress() {
        taken(10, "a.seit", HERE);

        assertThat(limits.take("b.omar", HERE, AT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0s, false", "8m, false", "14m59s, false", "15m, true", "16m, true"})
    void allowsAgainFifteenMinutesAfterTheFirstTry(String later, boolean allowed) {
        taken(10, "a.seit", HERE);

        assertThat(limits.take("a.seit", HERE, AT.plus(Duration.parse("PT" + later))))
                .isEqualTo(allowed);
    }

    @Test
    void allowsNoMoreThanTenInAnyFifteenMinutes() {
        var allowed = new ArrayList<Instant>();
        for (int second = 0; second < 7200; second += 10) {
            Instant at = AT.plusSeconds(second);
            if (limits.take("a.seit", HERE, at)) {
                allowed.add(at);
            }
        }

        assertThat(allowed)
                .allSatisfy(end -> assertThat(allowed)
                        .filteredOn(at -> !at.isAfter(end) && at.isAfter(end.minus(SignInLimits.WINDOW)))
                        .hasSizeLessThanOrEqualTo(10));
        assertThat(allowed).hasSize(80);
    }

    @Test
    void allowsAHundredTriesOfOnePasswordForEverybody() {
        long allowed = IntStream.range(0, 10_000)
                .filter(i -> limits.take("agent" + i, HERE, AT))
                .count();

        assertThat(allowed).isEqualTo(100);
    }

    @Test
    void takesAnIpv6NetworkForOneAddress() {
        long allowed = IntStream.range(0, 1000)
                .filter(i -> limits.take("a.seit", "2001:db8:1:2::" + Integer.toHexString(i), AT))
                .count();

        assertThat(allowed).isEqualTo(10);
        assertThat(limits.take("a.seit", "2001:db8:1:3::1", AT)).isTrue();
    }

    @Test
    void forgetsTheTriesOfWhoeverSignsIn() {
        taken(9, "a.seit", HERE);
        limits.take("a.seit", HERE, AT);
        limits.succeeded("a.seit", HERE, AT);

        assertThat(taken(20, "a.seit", HERE)).isEqualTo(10);
    }

    @Test
    void doesNotForgetOthersTriesForASignInOfOnesOwn() {
        taken(10, "victim", HERE);
        limits.take("attacker", HERE, AT);
        limits.succeeded("attacker", HERE, AT);

        assertThat(limits.take("victim", HERE, AT)).isFalse();
    }

    @Test
    void countsParallelTriesToo() throws Exception {
        try (var attackers = Executors.newFixedThreadPool(16)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 200; i++) {
                tries.add(() -> limits.take("a.seit", HERE, AT));
            }
            int allowed = 0;
            for (var answer : attackers.invokeAll(tries)) {
                allowed += answer.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(10);
        }
    }

    private long taken(int tries, String login, String address) {
        return IntStream.range(0, tries)
                .filter(i -> limits.take(login, address, AT))
                .count();
    }
}
