package kz.kezek.regulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.DayHours;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.calendar.WeeklyHours;

/** Turns the file of the rules into a {@link Regulation}. */
final class RegulationReader {

    private final YamlMap root;

    RegulationReader(YamlMap root) {
        this.root = root;
    }

    Regulation read() {
        Regulation regulation = new Regulation(
                root.text("version"),
                root.date("effectiveOn"),
                service(root.map("service")),
                hours(root.map("hours")),
                terms(root.map("terms")),
                root.wholes("reminderHours", 1).stream()
                        .map(BusinessTime::ofHours)
                        .toList(),
                windows(root.map("windows")),
                root.maps("requestItems").stream().map(RegulationReader::item).toList(),
                choices(root.map("choices")));
        root.expectAllRead();
        return regulation;
    }

    private static Service service(YamlMap map) {
        Service service = new Service(map.text("code"), map.text("address"), map.text("phone"), map.names("name"));
        map.expectAllRead();
        return service;
    }

    private static WorkingHours hours(YamlMap map) {
        ZoneId zone = map.converted("zone", "must be a time zone", ZoneId::of);
        YamlMap days = map.map("days");
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String key = day.name().toLowerCase(Locale.ROOT);
            if (days.has(key)) {
                week.put(day, dayHours(days, key));
            }
        }
        days.expectAllRead();
        map.expectAllRead();
        return new WorkingHours(zone, new WeeklyHours(week));
    }

    private static DayHours dayHours(YamlMap days, String key) {
        List<String> texts = days.texts(key);
        try {
            return new DayHours(texts.stream().map(OpenInterval::parse).toList());
        } catch (IllegalArgumentException e) {
            throw days.wrong(key, "must be intervals like \"09:00-18:30\", not " + texts);
        }
    }

    private static Map<TermName, Term> terms(YamlMap map) {
        Map<TermName, Term> terms = new EnumMap<>(TermName.class);
        for (TermName name : TermName.values()) {
            terms.put(name, term(name, map.map(name.key())));
        }
        map.expectAllRead();
        return terms;
    }

    private static Term term(TermName name, YamlMap map) {
        Term term = new Term(
                name,
                map.text("clause"),
                limit(map.map("limit")),
                BusinessTime.ofMinutes(map.whole("warnBeforeMinutes", 0)),
                map.names("name"));
        map.expectAllRead();
        return term;
    }

    private static TimeLimit limit(YamlMap map) {
        TimeLimit limit;
        if (map.has("elapsedMinutes")) {
            limit = TimeLimit.Elapsed.ofMinutes(map.whole("elapsedMinutes", 1));
        } else if (map.has("businessDays")) {
            limit = new TimeLimit.BusinessDays(map.whole("businessDays", 1));
        } else if (map.has("earlierOf")) {
            List<YamlMap> either = map.maps("earlierOf");
            if (either.size() != 2) {
                throw map.wrong("earlierOf", "must be two limits, not " + either.size());
            }
            limit = new TimeLimit.EarlierOf(limit(either.getFirst()), limit(either.getLast()));
        } else {
            limit = TimeLimit.BusinessHours.of(map.whole("businessHours", 1));
        }
        map.expectAllRead();
        return limit;
    }

    private static Windows windows(YamlMap map) {
        Windows windows = new Windows(
                new TimeLimit.BusinessDays(map.whole("replyAfterAnswerDays", 1)),
                Duration.ofHours(map.whole("duplicateHours", 1)));
        map.expectAllRead();
        return windows;
    }

    private static RequestItem item(YamlMap map) {
        RequestItem item = new RequestItem(map.text("clause"), map.text("key"), map.names("label"));
        map.expectAllRead();
        return item;
    }

    private static Map<Choice, String> choices(YamlMap map) {
        Map<Choice, String> choices = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            String value = map.word(choice.id());
            if (!choice.permitted().contains(value)) {
                throw map.wrong(
                        choice.id(),
                        "must be "
                                + String.join(
                                        " or ",
                                        choice.permitted().stream().sorted().toList()) + ", not " + value);
            }
            choices.put(choice, value);
        }
        map.expectAllRead();
        return choices;
    }
}
