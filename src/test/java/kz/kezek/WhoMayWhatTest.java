package kz.kezek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.kezek.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of who may what, cell by cell, over the real port. Acts name a ticket that does not exist: who may act is told
 * that (404, or sent back to the list), who may not is refused before anything is looked for (403).
 */
class WhoMayWhatTest {

    private static final String NO_TICKET = "/desk/t/SK-26-999999";
    private static final List<Role> READERS = List.of(Role.values());
    private static final List<Role> WORKERS = List.of(Role.AGENT, Role.SHIFT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR);
    private static final List<Role> LEADERS = List.of(Role.SUPERVISOR, Role.ADMINISTRATOR);

    private static final RunningDesk DESK = RunningDesk.at("2026-11-23T05:15:00Z");
    private static final Map<Role, DeskVisitor> VISITORS = new EnumMap<>(Role.class);

    @BeforeAll
    static void signIn() {
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(Locale.ROOT);
            VISITORS.put(role, DeskVisitor.signedIn(DESK, login, role.name(), role));
        }
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    enum Page {
        QUEUE("/desk/queue", READERS),
        MINE("/desk/mine", READERS),
        WAITING("/desk/waiting", READERS),
        FREE("/desk/free", READERS),
        SEARCH("/desk/search?q=x", READERS),
        PALETTE("/desk/palette?q=x", READERS),
        PRESENCE("/desk/presence", READERS),
        CANNED_ANSWERS("/desk/canned", READERS),
        QUARANTINE("/desk/quarantine", READERS),
        LEDGER("/desk/ledger", READERS),
        OUTBOX("/desk/outbox", READERS),
        INCIDENTS("/desk/incidents", READERS),
        CALL("/desk/call", WORKERS),
        NOTIFICATIONS("/desk/notifications", READERS),
        PROFILE("/profile", READERS);

        private final String path;
        private final List<Role> allowed;

        Page(String path, List<Role> allowed) {
            this.path = path;
            this.allowed = allowed;
        }
    }

    enum Act {
        ANSWER(NO_TICKET + "/answers", WORKERS),
        REQUEST(NO_TICKET + "/information-requests", WORKERS),
        NOTE(NO_TICKET + "/notes", WORKERS),
        REMOVE_A_FILE(NO_TICKET + "/drafts/answer/files/1/removal", WORKERS),
        KEEP_DRAFT(NO_TICKET + "/drafts/answer", WORKERS),
        PREVIEW(NO_TICKET + "/previews/answer", WORKERS),
        TAKE(NO_TICKET + "/assignment", WORKERS),
        RELEASE(NO_TICKET + "/release", WORKERS),
        CLOSE(NO_TICKET + "/closing", WORKERS),
        SEE_THE_WHOLE_NUMBER(NO_TICKET + "/identifier-views", WORKERS),
        TELL_PRESENCE(NO_TICKET + "/presence", WORKERS),
        MARK_SPAM("/desk/quarantine/999999/spam-marks", WORKERS),
        BULK("/desk/bulk?act=TAKE", WORKERS),
        SEARCH("/desk/search", READERS),
        ADD_TO_AN_INCIDENT("/desk/incidents/999999/tickets", WORKERS),
        TAKE_OUT_OF_AN_INCIDENT("/desk/incidents/999999/ticket-removals?ticket=x", WORKERS),
        TAKE_A_CALL("/desk/call", WORKERS),
        LOOK_FOR_A_CALLER("/desk/call/matches", WORKERS),
        KEEP_A_CALL("/desk/call/draft", WORKERS),
        SAVE_A_VIEW("/desk/views?name=x", WORKERS),
        SHARE_A_VIEW("/desk/views?name=x&shared=true", List.of(Role.SHIFT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR)),
        RENAME_A_VIEW("/desk/views/999999/name?name=x", WORKERS),
        REMOVE_A_VIEW("/desk/views/999999/removal", WORKERS),
        CORRECT_AN_ITEM(NO_TICKET + "/items", WORKERS),
        ADD_A_CALL(NO_TICKET + "/calls", WORKERS),
        KEEP_CANNED_ANSWER("/desk/canned", LEADERS),
        REMOVE_CANNED_ANSWER("/desk/canned/999999/removal", LEADERS);

        private final String path;
        private final List<Role> allowed;

        Act(String path, List<Role> allowed) {
            this.path = path;
            this.allowed = allowed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsPagesToThoseWhoMayReadThem(Page page) {
        List<Role> shown = new ArrayList<>();
        VISITORS.forEach((role, visitor) -> {
            int status = visitor.get(page.path).statusCode();
            assertThat(status).as(role + " " + page).isIn(200, 403);
            if (status == 200) {
                shown.add(role);
            }
        });
        assertThat(shown).containsExactlyInAnyOrderElementsOf(page.allowed);
        assertThat(DeskVisitor.target(DeskVisitor.of(DESK).get(page.path))).isEqualTo("/login");
    }

    @ParameterizedTest
    @EnumSource
    void letsActThoseWhoMayAct(Act act) {
        List<Role> acted = new ArrayList<>();
        VISITORS.forEach((role, visitor) -> {
            int status = visitor.send("/profile", act.path, Map.of()).statusCode();
            assertThat(status).as(role + " " + act).isIn(404, 303, 422, 403);
            if (status != 403) {
                acted.add(role);
            }
        });
        assertThat(acted).containsExactlyInAnyOrderElementsOf(act.allowed);
    }
}
