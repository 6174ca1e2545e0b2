package kz.kezek.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.CalendarData;

/**
 * The rules in force (R1–R38) as values, from {@code regulation/sk.yaml}: the one place that knows the hours, the terms,
 * the address and the choices A1–A31. Immutable.
 *
 * @param effectiveOn the day these rules took effect
 * @param reminders how much working time after a request its reminders go out (A14)
 */
public record Regulation(
        String version,
        LocalDate effectiveOn,
        Service service,
        WorkingHours hours,
        Map<TermName, Term> terms,
        List<BusinessTime> reminders,
        Windows windows,
        List<RequestItem> requestItems,
        Map<Choice, String> choices) {

    private static final String BUNDLED = "/regulation/sk.yaml";

    public Regulation {
        terms = Map.copyOf(terms);
        reminders = List.copyOf(reminders);
        requestItems = List.copyOf(requestItems);
        choices = Map.copyOf(choices);
    }

    /**
     * The rules that come with the program.
     *
     * @throws RegulationException naming the key that cannot be read
     */
    public static Regulation inForce() {
        try (InputStream stream =
                Objects.requireNonNull(Regulation.class.getResourceAsStream(BUNDLED), BUNDLED + " is missing")) {
            return read(stream, "sk.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rules from a file.
     *
     * @throws RegulationException naming the key that cannot be read
     */
    public static Regulation read(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, String.valueOf(file.getFileName()));
        }
    }

    /** Reads rules from YAML; {@code name} is what an error calls the file. */
    public static Regulation read(InputStream yaml, String name) {
        return new RegulationReader(YamlMap.parse(yaml, name)).read();
    }

    /** The calendar of these hours and of the data that comes with the program. */
    public BusinessCalendar calendar() {
        return calendar(CalendarData.bundled());
    }

    /** The calendar of these hours and of other data. */
    public BusinessCalendar calendar(CalendarData data) {
        return BusinessCalendar.of(hours.zone(), hours.weekly(), data.years(), data.version());
    }

    public Term term(TermName name) {
        return Objects.requireNonNull(terms.get(name));
    }

    public Term acceptance() {
        return term(TermName.ACCEPTANCE);
    }

    public Term firstAnswer() {
        return term(TermName.FIRST_ANSWER);
    }

    public Term answerAfterInformation() {
        return term(TermName.ANSWER_AFTER_INFORMATION);
    }

    public Term applicantReply() {
        return term(TermName.APPLICANT_REPLY);
    }

    /** The item a key names: time, description, screenshots, os, servicePack. */
    public Optional<RequestItem> requestItem(String key) {
        return requestItems.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** What was decided: one of {@link Choice#permitted()}. */
    public String choice(Choice choice) {
        return Objects.requireNonNull(choices.get(choice));
    }

    /** Whether a choice between on and off is on. */
    public boolean isOn(Choice choice) {
        return choice(choice).equals("on");
    }
}
