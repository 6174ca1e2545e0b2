package kz.kezek.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.kezek.TestDatabase;
import kz.kezek.applicant.Language;
import kz.kezek.identity.AccountChange.AccountDefect;
import kz.kezek.identity.AccountChange.DetailsRefused;
import kz.kezek.identity.AccountChange.Done;
import kz.kezek.identity.AccountChange.LoginTaken;
import kz.kezek.identity.AccountChange.PasswordRefused;
import kz.kezek.identity.AccountChange.UnknownLogin;
import kz.kezek.journal.Actor;
import kz.kezek.journal.Actor.SystemActor;
import kz.kezek.journal.Journal;
import kz.kezek.journal.JournalEntry;
import kz.kezek.journal.Verification.Intact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsTest {

    private static final Instant AT = Instant.parse("2026-07-10T04:00:00Z");
    private static final Actor CONSOLE = new SystemActor("console");
    private static final String PASSWORD = "correct horse battery";

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private JdbcClient jdbc;
    private Identity identity;
    private Accounts accounts;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(DATABASE.dataSource());
        jdbc.sql("delete from agent").update();
        identity = Identity.over(DATABASE.dataSource());
        accounts = identity.accounts();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void holdAnAgentAsItWasAdded() {
        var added = added(NewAgent.named(" A.Seit ", "Айгерім Сейіт", Set.of(Role.AGENT, Role.AUDITOR), Language.KK));

        assertThat(added)
                .isEqualTo(new Agent(
                        added.id(),
                        "a.seit",
                        "Айгерім Сейіт",
                        "АС",
                        Set.of(Role.AGENT, Role.AUDITOR),
                        Language.KK,
                        true));
        assertThat(identity.directory().find("A.SEIT")).contains(added);
        assertThat(identity.directory().find(added.id())).contains(added);
    }

    @Test
    void keepOfAPasswordOnlyItsHash() {
        added(agent("a.seit"));

        String row = jdbc.sql("select to_json(agent)::text from agent")
                .query(String.class)
                .single();

        assertThat(row).contains("$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void refuseALoginThatIsTakenInAnyCase() {
        added(agent("a.seit"));

        assertThat(accounts.create(agent("A.SEIT"), PASSWORD, CONSOLE, AT)).isEqualTo(new LoginTaken("a.seit"));
    }

    @ParameterizedTest
    @CsvSource({
        "а.сеит, Айгерім, А, LOGIN_MALFORMED",
        "-a, Айгерім, А, LOGIN_MALFORMED",
        "a, Айгерім, А, LOGIN_MALFORMED",
        "a b, Айгерім, А, LOGIN_MALFORMED",
        "a.seit, '', А, DISPLAY_NAME_LENGTH",
        "a.seit, Айгерім, '', INITIALS_LENGTH",
        "a.seit, Айгерім, АЙГЕР, INITIALS_LENGTH"
    })
    void refuseDetailsThatNoAccountMayHave(String login, String name, String initials, AccountDefect defect) {
        var agent = new NewAgent(login, name, initials, Set.of(Role.AGENT), Language.RU);

        assertThat(accounts.create(agent, PASSWORD, CONSOLE, AT)).isEqualTo(new DetailsRefused(Set.of(defect)));
    }

    @Test
    void refuseAnAgentWithoutARole() {
        var agent = NewAgent.named("a.seit", "Айгерім", Set.of(), Language.RU);

        assertThat(accounts.create(agent, PASSWORD, CONSOLE, AT))
                .isEqualTo(new DetailsRefused(Set.of(AccountDefect.NO_ROLE)));
    }

    @Test
    void refuseAWeakPasswordAtFirstAndLater() {
        var refused = new PasswordRefused(Set.of(PasswordDefect.TOO_SHORT));

        assertThat(accounts.create(agent("a.seit"), "a password", CONSOLE, AT)).isEqualTo(refused);
        added(agent("a.seit"));
        assertThat(accounts.changePassword("a.seit", "a password", CONSOLE, AT)).isEqualTo(refused);
    }

    @Test
    void doNotChangeWhoIsNotThere() {
        var unknown = new UnknownLogin("nobody");

        assertThat(accounts.disable("Nobody", CONSOLE, AT)).isEqualTo(unknown);
        assertThat(accounts.changePassword("nobody", PASSWORD, CONSOLE, AT)).isEqualTo(unknown);
        assertThat(accounts.changeRoles("nobody", Set.of(Role.AGENT), CONSOLE, AT))
                .isEqualTo(unknown);
    }

    @Test
    void leaveAnAccountThatIsThereAsItIsWhenSeedingAgain() {
        var first = accounts.createIfAbsent(agent("demo1"), PASSWORD, CONSOLE, AT);
        String hash = hashOf("demo1");
        var again = NewAgent.named("demo1", "Another Name", Set.of(Role.ADMINISTRATOR), Language.EN);

        assertThat(accounts.createIfAbsent(again, "another good password", CONSOLE, AT))
                .isEqualTo(first);
        assertThat(hashOf("demo1")).isEqualTo(hash);
    }

    @Test
    void tellTheJournalOfEveryChange() {
        Agent agent = added(agent("a.seit"));
        accounts.changeRoles("a.seit", Set.of(Role.SUPERVISOR, Role.AUDITOR), CONSOLE, AT);
        accounts.changePassword("a.seit", "another good password", CONSOLE, AT);
        accounts.changeLanguage("a.seit", Language.EN, CONSOLE, AT);
        accounts.disable("a.seit", CONSOLE, AT);
        accounts.enable("a.seit", CONSOLE, AT);

        var journal = new Journal(jdbc);
        String stream = "agent:" + agent.id();

        assertThat(journal.entries(stream, 0, 10))
                .extracting(entry -> entry.act().action())
                .containsExactly(
                        "agent.created",
                        "agent.roles-changed",
                        "agent.password-changed",
                        "agent.language-changed",
                        "agent.disabled",
                        "agent.enabled");
        assertThat(journal.entries(stream, 1, 1))
                .extracting(JournalEntry::act)
                .allSatisfy(act -> assertThat(act.data())
                        .containsEntry("from", "AGENT")
                        .containsEntry("to", "SUPERVISOR AUDITOR"));
        assertThat(journal.verify(stream)).isEqualTo(new Intact(6));
    }

    @Test
    void offerForAssignmentOnlyEnabledAgentsInTheKazakhOrder() {
        var names = List.of("Ңұрлан", "Омар", "Әлия", "Айгерім", "Қанат", "Камила");
        for (String name : names) {
            added(NewAgent.named("agent" + names.indexOf(name), name, Set.of(Role.AGENT), Language.KK));
        }
        added(NewAgent.named("auditor1", "Аудитор", Set.of(Role.AUDITOR), Language.RU));
        added(NewAgent.named("gone", "Бывший", Set.of(Role.AGENT), Language.RU));
        accounts.disable("gone", CONSOLE, AT);

        assertThat(identity.directory().assignable())
                .extracting(Agent::displayName)
                .containsExactly("Айгерім", "Әлия", "Камила", "Қанат", "Ңұрлан", "Омар");
        assertThat(identity.directory().everybody()).hasSize(8);
    }

    @Test
    void findSeveralAgentsAtOnce() {
        Agent one = added(agent("one1"));
        Agent two = added(agent("two2"));

        assertThat(identity.directory().find(List.of(one.id(), two.id(), new AgentId(99))))
                .containsOnlyKeys(one.id(), two.id());
    }

    private Agent added(NewAgent agent) {
        return switch (accounts.create(agent, PASSWORD, CONSOLE, AT)) {
            case Done done -> done.agent();
            case AccountChange other -> throw new AssertionError(other);
        };
    }

    private String hashOf(String login) {
        return jdbc.sql("select password_hash from agent where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private static NewAgent agent(String login) {
        return NewAgent.named(login, "Айгерім Сейіт", Set.of(Role.AGENT), Language.KK);
    }
}
