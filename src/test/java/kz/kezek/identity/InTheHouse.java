package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.kezek.SettableClock;
import kz.kezek.TestDatabase;
import kz.kezek.applicant.Language;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the rules of HTTP over a real port and a real database, one context for all such tests. */
@SpringBootTest(classes = SmallHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class InTheHouse {

    static final Actor CONSOLE = new SystemActor("console");
    static final Instant AT = Instant.parse("2026-07-10T03:00:00Z");
    static final String PASSWORD = "correct horse battery";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TokenIssuer issuer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("kezek.database.url", DATABASE::url);
        properties.add("kezek.database.user", DATABASE::user);
        properties.add("kezek.database.password", DATABASE::password);
        properties.add("KEZEK_BOOTSTRAP_TOKEN", () -> "bootstrap-token-of-the-test");
    }

    @BeforeEach
    void letTheTriesOfOtherTestsPass() {
        clock.advance(SignInLimits.WINDOW);
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    Agent agent(Role... roles) {
        var agent = NewAgent.named("agent" + NUMBER.incrementAndGet(), "Айгерім Сейіт", Set.of(roles), Language.KK);
        return switch (accounts.create(agent, PASSWORD, CONSOLE, AT)) {
            case AccountChange.Done done -> done.agent();
            case AccountChange other -> throw new AssertionError(other);
        };
    }

    Visitor signedIn(Role... roles) {
        return signedIn(agent(roles));
    }

    Visitor signedIn(Agent agent) {
        var visitor = visitor();
        assertThat(Visitor.target(visitor.signIn(agent.login(), PASSWORD))).isEqualTo("/desk");
        return visitor;
    }

    String token(Role role) {
        return switch (issuer.issue("token" + NUMBER.incrementAndGet(), role, CONSOLE, AT)) {
            case TokenIssue.Issued issued -> issued.value();
            case TokenIssue other -> throw new AssertionError(other);
        };
    }
}
