package kz.kezek.workspace;

import java.util.Arrays;
import java.util.Optional;
import kz.kezek.workspace.Frame.Way;
import kz.kezek.workspace.PipsView.Pip;
import kz.kezek.workspace.SlaView.Clock;
import kz.kezek.workspace.SlaView.State;

/** The desk of the mock-ups: Tuesday, 24 November 2026, 10:44 in Astana, seventeen tickets. All people are invented. */
final class TuesdayMorning {

    static final Avatar AIGERIM = new Avatar("АС", "Айгерим С.", 1);
    static final Avatar DANIYAR = new Avatar("ДО", "Данияр О.", 2);
    static final Avatar MADINA = new Avatar("МТ", "Мадина Т.", 3);
    static final Avatar RUSLAN = new Avatar("РК", "Руслан К.", 4);
    static final Avatar ZHANEL = new Avatar("ЖА", "Жанель А.", 5);
    static final TicketLink CLAIM = new TicketLink("СК-26-004812");
    static final long NOW = 1_795_499_040L;
    static final long CLOSING = NOW + 7 * 3600 + 46 * 60;

    private TuesdayMorning() {}

    static Frame frame(Preferences preferences, Way way, String path) {
        return new Frame(
                Words.in(preferences.language()),
                preferences,
                file -> "/" + file,
                new FormToken("_csrf", "token"),
                path,
                Optional.of(new Frame.Person(AIGERIM, "role.agent")),
                new Frame.Ways(
                        way,
                        17,
                        4,
                        9,
                        4,
                        3,
                        2,
                        true,
                        true,
                        true,
                        java.util.List.of(new Frame.Saved("/desk/views/1", "Первый ответ, свободные", 3))),
                new Frame.OfficeView(true, "18:30", "7 ч 46 мин", CLOSING, NOW),
                way == Way.WAITING ? java.util.List.of("Нет календаря 2027") : java.util.List.of(),
                new Frame.Contact("1401", "09:00", "18:30"));
    }

    static SlaView first(State state, String left, String until, int minutes) {
        return clock(Clock.FIRST_ANSWER, state, left, until, minutes, 180, 60);
    }

    static SlaView after(State state, String left, String until, int minutes) {
        return clock(Clock.ANSWER_AFTER_INFORMATION, state, left, until, minutes, 1140, 240);
    }

    static SlaView paused(String left) {
        return new SlaView(Clock.APPLICANT_REPLY, State.PAUSED, "", left, 0, SlaView.Ticking.STILL);
    }

    private static SlaView clock(
            Clock clock, State state, String left, String until, int minutes, int limit, int soon) {
        return new SlaView(
                clock,
                state,
                left,
                until,
                Math.clamp((double) minutes / limit, 0, 1),
                SlaView.Ticking.of(minutes * 60L, limit * 60L, soon * 60L));
    }

    static TicketLink link(String number) {
        return new TicketLink("СК-26-" + number);
    }

    static PipsView pips(String marks) {
        return new PipsView(Arrays.stream(marks.split(""))
                .map(mark -> switch (mark) {
                    case "x" -> Pip.MISSING;
                    case "?" -> Pip.SUSPECT;
                    default -> Pip.PRESENT;
                })
                .toList());
    }
}
