package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.DeskVisitor.Answer;
import kz.kezek.RightsTable.Row;
import kz.kezek.RightsTable.Who;
import kz.kezek.identity.Role;
import kz.kezek.identity.TokenIssue;
import kz.kezek.identity.TokenIssuer;
import kz.kezek.journal.Actor.SystemActor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The table of who may what, {@code who-may-what.txt}, against the running program, address by address and role by role. What is
 * read is there, and who may not read it is refused or finds nothing. What is changed is not there: who may act is told that,
 * who may not is refused before anything is looked for.
 */
class WhoMayWhatTest {

    private static final Map<String, List<String>> NO_FIELDS = Map.of();

    /** Somebody of a role: signed in, with the token of the forms, and as a machine. */
    private record Known(DeskVisitor visitor, Map<String, List<String>> formToken, String bearer) {}

    private static final Map<Role, Known> KNOWN = new EnumMap<>(Role.class);

    private static InhabitedDesk inhabited;
    private static RunningDesk desk;

    @BeforeAll
    static void signIn() throws Exception {
        inhabited = new InhabitedDesk();
        desk = inhabited.desk;
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(Locale.ROOT);
            var visitor = DeskVisitor.signedIn(desk, login, role.name(), role);
            var issue = desk.bean(TokenIssuer.class).issue(login, role, new SystemActor("test"), desk.clock.instant());
            String bearer = "Bearer " + ((TokenIssue.Issued) issue).value();
            KNOWN.put(role, new Known(visitor, visitor.formToken("/profile"), bearer));
        }
    }

    private static Known known(Role role) {
        return Objects.requireNonNull(KNOWN.get(role));
    }

    @AfterAll
    static void stop() {
        inhabited.close();
    }

    @Test
    void namesEveryAddressOfTheProgram() {
        assertThat(Endpoint.of(desk)).as("addresses of the program").containsExactlyInAnyOrderElementsOf(named());
    }

    @Test
    void noticesAnAddressThatTheTableDoesNotName() throws Exception {
        var mapping = Objects.requireNonNull(desk.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .flatMap(each ->
                        each instanceof RequestMappingHandlerMapping methods ? Stream.of(methods) : Stream.empty())
                .findFirst()
                .orElseThrow();
        var planted = RequestMappingInfo.paths("/desk/planted")
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(planted, this, getClass().getDeclaredMethod("answer"));
        try {
            assertThat(Endpoint.of(desk)).contains(new Endpoint("ANY", "/desk/planted"));
            assertThat(named()).doesNotContain(new Endpoint("ANY", "/desk/planted"));
        } finally {
            mapping.unregisterMapping(planted);
        }
    }

    @SuppressWarnings("unused") // stands behind the planted address
    void answer() {}

    private static Set<Endpoint> named() {
        return RightsTable.rows().stream()
                .filter(row -> !row.byFilter())
                .map(Row::endpoint)
                .collect(Collectors.toSet());
    }

    static Stream<Row> open() {
        return RightsTable.rows().stream().filter(row -> row.who().needsNoSignIn());
    }

    static Stream<Row> closed() {
        return RightsTable.rows().stream().filter(row -> !row.who().needsNoSignIn());
    }

    static Stream<Row> changesByForms() {
        return RightsTable.rows().stream()
                .filter(row -> row.endpoint().changes())
                .filter(row -> !row.endpoint().isOfMachines() && row.who() != Who.ANYBODY);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void opensToTheNamedRolesOnly(Row row) {
        List<Role> opened =
                Arrays.stream(Role.values()).filter(role -> isOpen(row, role)).toList();

        assertThat(opened).containsExactlyInAnyOrderElementsOf(row.who().roles());
    }

    private static boolean isOpen(Row row, Role role) {
        Answer answer = ask(row, role);
        assertThat(answer.status())
                .as("%s of %s", role, answer)
                .isNotEqualTo(401)
                .isLessThan(500);
        assertThat(answer.leadsTo()).as("%s", role).isNotEqualTo("/login");
        boolean refused = answer.status() == 403;
        if (row.endpoint().changes()) {
            return !refused;
        }
        boolean found = answer.status() < 400;
        assertThat(found || refused || answer.status() == 404)
                .as("%s of %s", role, answer)
                .isTrue();
        return found;
    }

    private static Answer ask(Row row, Role role) {
        String method = row.endpoint().asked();
        String path = row.endpoint().changes() ? row.toNothing() : row.path(inhabited.values(row.endpoint()));
        return row.endpoint().isOfMachines()
                ? DeskVisitor.of(desk)
                        .ask(
                                method,
                                path,
                                NO_FIELDS,
                                "Authorization",
                                known(role).bearer())
                : known(role).visitor().ask(method, path, known(role).formToken());
    }

    @ParameterizedTest
    @MethodSource("closed")
    void isClosedToStrangers(Row row) {
        var stranger = DeskVisitor.of(desk);
        String path = row.path(inhabited.values(row.endpoint()));

        Answer answer = stranger.ask(row.endpoint().asked(), path, stranger.formToken("/login"));

        if (row.endpoint().isOfMachines()) {
            assertThat(answer.status()).isEqualTo(401);
        } else {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.leadsTo()).isEqualTo("/login");
        }
    }

    /** A token opens no page, a session nothing of the API. */
    @ParameterizedTest
    @MethodSource("closed")
    void isClosedToWhoComesTheOtherWay(Row row) {
        String method = row.endpoint().asked();
        String path = row.path(inhabited.values(row.endpoint()));
        if (row.endpoint().isOfMachines()) {
            Answer answer = known(Role.ADMINISTRATOR)
                    .visitor()
                    .ask(method, path, known(Role.ADMINISTRATOR).formToken());
            assertThat(answer.status()).isEqualTo(401);
        } else {
            Answer answer = DeskVisitor.of(desk)
                    .ask(
                            method,
                            path,
                            NO_FIELDS,
                            "Authorization",
                            known(Role.ADMINISTRATOR).bearer());
            assertThat(answer.status()).isEqualTo(row.endpoint().changes() ? 403 : 302);
        }
    }

    @ParameterizedTest
    @MethodSource("open")
    void isOpenToStrangers(Row row) {
        var stranger = DeskVisitor.of(desk);
        Map<String, List<String>> form = row.who() == Who.ANYBODY ? NO_FIELDS : stranger.formToken("/login");
        String path = row.endpoint().changes() ? row.toNothing() : row.path(inhabited.values(row.endpoint()));

        Answer answer = stranger.ask(row.endpoint().asked(), path, form);

        assertThat(answer.status()).isNotIn(401, 403, 405);
        assertThat(answer.leadsTo()).isNotEqualTo("/login");
        if (row.who() == Who.ANYBODY && answer.status() < 400) {
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("changesByForms")
    void refusesChangesWithoutTheTokenOfTheForm(Row row) {
        var administrator = known(Role.ADMINISTRATOR).visitor();
        String path = row.path(inhabited.values(row.endpoint()));

        for (var form : List.of(NO_FIELDS, known(Role.SUPERVISOR).formToken(), Map.of("_csrf", List.of("AAAA")))) {
            Answer answer = administrator.ask(row.endpoint().asked(), path, form);
            if (path.equals("/login")) {
                assertThat(answer.leadsTo()).isEqualTo("/login?expired");
            } else {
                assertThat(answer.status()).isEqualTo(403);
            }
        }
        assertThat(administrator.get("/profile").statusCode()).isEqualTo(200);
    }
}
