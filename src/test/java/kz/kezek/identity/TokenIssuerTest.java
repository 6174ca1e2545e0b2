package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.kezek.TestDatabase;
import kz.kezek.identity.TokenIssue.Issued;
import kz.kezek.identity.TokenIssue.NameRefused;
import kz.kezek.identity.TokenIssue.NameTaken;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokenIssuerTest {

    private static final Instant AT = Instant.parse("2026-07-10T04:56:07Z");
    private static final Actor CONSOLE = new SystemActor("console");
    private static final String FIRST = "first-bootstrap-token";
    private static final String SECOND = "second-bootstrap-token";

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private JdbcClient jdbc;
    private TokenIssuer issuer;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(DATABASE.dataSource());
        jdbc.sql("delete from api_token").update();
        issuer = Identity.over(DATABASE.dataSource()).tokens();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void givesTokensOf256RandomBits() {
        String one = issued("one").value();
        String two = issued("two").value();

        assertThat(one).matches("kzk_[A-Za-z0-9_-]{43}").isNotEqualTo(two);
    }

    @Test
    void keepsOnlyTheHashAndShowsTheValueNowhereElse() {
        Issued issued = issued("one");
        String rows = jdbc.sql(
                        "select (select json_agg(t) from api_token t)::text || (select json_agg(j) from journal_entry j)::text")
                .query(String.class)
                .single();

        assertThat(rows)
                .contains("one")
                .doesNotContain(issued.value())
                .doesNotContain(issued.value().substring(4));
        assertThat(issued.toString()).doesNotContain(issued.value().substring(4));
    }

    @Test
    void acceptsATokenUntilItIsRevoked() {
        String value = issued("one").value();

        assertThat(issuer.accept(value, AT)).map(CallingToken::role).contains(Role.AGENT);
        issuer.revoke("one", CONSOLE, AT);
        assertThat(issuer.accept(value, AT)).isEmpty();
        assertThat(issuer.revoke("one", CONSOLE, AT)).isEmpty();
    }

    @Test
    void givesANameAgainOnlyAfterItsTokenWasRevoked() {
        issued("one");

        assertThat(issuer.issue("one", Role.AGENT, CONSOLE, AT)).isEqualTo(new NameTaken("one"));
        issuer.revoke("one", CONSOLE, AT);
        assertThat(issuer.issue("one", Role.AGENT, CONSOLE, AT)).isInstanceOf(Issued.class);
        assertThat(issuer.all())
                .extracting(token -> token.revokedAt().isPresent())
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "bootstrap"})
    void refusesNamesThatSayNothingOrAreTheBootstrapTokens(String name) {
        assertThat(issuer.issue(name, Role.AGENT, CONSOLE, AT)).isEqualTo(new NameRefused(name.strip()));
    }

    @Test
    void acceptsTheBootstrapTokenAsLongAsTheProgramStartsWithIt() {
        start(FIRST);
        start(FIRST);
        assertThat(issuer.accept(FIRST, AT)).map(CallingToken::role).contains(Role.ADMINISTRATOR);
        assertThat(issuer.all()).hasSize(1);

        start(SECOND);
        assertThat(issuer.accept(FIRST, AT)).isEmpty();
        assertThat(issuer.accept(SECOND, AT)).isPresent();

        start("");
        assertThat(issuer.accept(SECOND, AT)).isEmpty();

        start(FIRST);
        assertThat(issuer.accept(FIRST, AT)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nineteen-characters", "twenty characters, with blanks", "двадцать-и-более-символов"})
    void refusesToStartWithABootstrapTokenThatIsShortOrCannotBeSent(String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(value))
                .withMessageContaining("KEZEK_BOOTSTRAP_TOKEN")
                .withMessageNotContaining(value);
    }

    @Test
    void notesTheHourOfUseAndNoMore() {
        String value = issued("one").value();
        issuer.accept(value, AT);
        issuer.accept(value, AT.plusSeconds(60));

        assertThat(issuer.all().getFirst().lastUsedAt()).isEqualTo(Optional.of(Instant.parse("2026-07-10T04:00:00Z")));
    }

    private Issued issued(String name) {
        return (Issued) issuer.issue(name, Role.AGENT, CONSOLE, AT);
    }

    private void start(String bootstrapToken) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", java.util.Map.of(BootstrapToken.VARIABLE, bootstrapToken)));
        new BootstrapToken(issuer, environment, Clock.fixed(AT, ZoneOffset.UTC)).afterSingletonsInstantiated();
    }
}
