package kz.kezek.correspondence;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.Deadline;
import kz.kezek.correspondence.LetterContent.AcceptanceNotice;
import kz.kezek.correspondence.LetterContent.AddressConfirmation;
import kz.kezek.correspondence.LetterContent.Alarm;
import kz.kezek.correspondence.LetterContent.Answer;
import kz.kezek.correspondence.LetterContent.DeadlineMoved;
import kz.kezek.correspondence.LetterContent.Discontinuation;
import kz.kezek.correspondence.LetterContent.FormReading;
import kz.kezek.correspondence.LetterContent.InformationRequest;
import kz.kezek.correspondence.LetterContent.OutOfScope;
import kz.kezek.correspondence.LetterContent.PrivateKeyRefused;
import kz.kezek.correspondence.LetterContent.Registration;
import kz.kezek.correspondence.LetterContent.Reminder;
import kz.kezek.correspondence.LetterContent.Reopened;
import kz.kezek.correspondence.LetterContent.StatusLink;
import kz.kezek.correspondence.LetterContent.Unreadable;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.RequestItem;
import kz.kezek.regulation.Term;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.Channel;
import kz.kezek.ticket.ReadForm;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketNumber;
import kz.kezek.ticket.TicketState;

/**
 * A letter for every {@link LetterSample}: its people are made up, its terms and deadlines are those of the rules and counted
 * and said as in real letters. The number in them is no ticket's, their links lead nowhere.
 */
public final class LetterSamples {

    /** Numbers begin with 1, so that a reply to a sample finds no ticket. */
    static final String NUMBER = "СК-26-000000";

    private static final String PAGE = "https://support.example/s/Sample";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final BusinessTime SHORTLY_BEFORE_CLOSING = BusinessTime.ofMinutes(8 * 60 + 50);

    private final Regulation regulation;
    private final BusinessCalendar calendar;
    private final DueWords words;
    private final LetterLabels labels = new LetterLabels();
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
    private final Instant opening;

    /** Samples by these rules, counted in this calendar. */
    public LetterSamples(Regulation regulation, BusinessCalendar calendar) {
        this.regulation = regulation;
        this.calendar = calendar;
        this.words = new DueWords(calendar.zone());
        this.opening = calendar.nextOpening(MONDAY.atStartOfDay(calendar.zone()).toInstant());
        for (Language language : Language.values()) {
            texts.put(language, load(language));
        }
    }

    /** The letter in these languages, the first of them its main one. */
    public LetterText letter(LetterSample sample, Language... languages) {
        List<LetterVersion> versions = Arrays.stream(languages)
                .map(language -> new LetterVersion(language, content(sample, language)))
                .toList();
        Map<Language, URI> pages = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        Function.identity(), language -> URI.create(PAGE + "?lang=" + language.tag())));
        return new LetterText(versions, sample == LetterSample.ALARM ? Map.of() : pages, List.of());
    }

    /** When the samples are written: a moment of a working day. */
    Instant at() {
        return calendar.plus(opening, SHORTLY_BEFORE_CLOSING);
    }

    /** To nobody. */
    LetterEnvelope envelope() {
        return LetterEnvelope.to(new Recipient("applicant@example.com"), "<sample@support.example>", at());
    }

    private LetterContent content(LetterSample sample, Language language) {
        return switch (sample) {
            case ACCEPTED -> accepted(at(), FormReading.NONE, "", language);
            case ACCEPTED_OUT_OF_HOURS -> accepted(lateInTheEvening(), FormReading.NONE, "", language);
            case ACCEPTED_DURING_INCIDENT -> accepted(at(), FormReading.NONE, text("incident", language), language);
            case ACCEPTED_INCOMPLETE -> accepted(at(), reading("form.incomplete", language), "", language);
            case ACCEPTED_TO_CHECK -> accepted(at(), reading("form.to-check", language), "", language);
            case REQUEST ->
                new InformationRequest(NUMBER, items(language), text("instructions", language), replyDue(language));
            case FIRST_REMINDER -> reminder(0, language);
            case SECOND_REMINDER -> reminder(1, language);
            case LAST_REMINDER -> reminder(2, language);
            case ANSWER -> new Answer(NUMBER, text("summary", language), text("answer", language));
            case DISCONTINUATION ->
                new Discontinuation(
                        NUMBER, words.moment(at(), language), words.moment(silenceProven(), language), false);
            case REOPENED ->
                new Reopened(
                        NUMBER, words.moment(at(), language), due(regulation.answerAfterInformation(), at(), language));
            case OUR_DEADLINE_MOVED -> moved(true, regulation.firstAnswer(), language);
            case THEIR_DEADLINE_MOVED -> moved(false, regulation.applicantReply(), language);
            case UNREADABLE ->
                new Unreadable(
                        words.moment(at(), language),
                        UnreadableReason.ENCRYPTED,
                        LetterWriting.LARGEST_FILES_MB,
                        Optional.empty());
            case PRIVATE_KEY_REFUSED ->
                new PrivateKeyRefused(NUMBER, List.of(text("key", language)), true, words.moment(at(), language));
            case OUT_OF_SCOPE -> new OutOfScope(NUMBER, text("competent-body", language));
            case ADDRESS_CONFIRMATION ->
                new AddressConfirmation(text("summary", language), words.moment(opening, language));
            case STATUS_LINK -> new StatusLink(NUMBER);
            case ALARM -> alarm(false, language);
            case ALARM_ENDED -> alarm(true, language);
        };
    }

    private AcceptanceNotice accepted(Instant receivedAt, FormReading reading, String incident, Language language) {
        String received = words.moment(receivedAt, language);
        String maskedId =
                ApplicantId.of(text("id", language)).map(ApplicantId::masked).orElse("");
        return new AcceptanceNotice(
                NUMBER,
                new Registration(text("summary", language), maskedId, received, received),
                due(regulation.firstAnswer(), receivedAt, language),
                reading,
                incident);
    }

    private Reminder reminder(int which, Language language) {
        Deadline deadline = calendar.deadline(at(), regulation.applicantReply().limit());
        List<BusinessTime> silences = regulation.reminders();
        BusinessTime silence = silences.get(Math.min(which, silences.size() - 1));
        return new Reminder(
                NUMBER,
                words.moment(at(), language),
                items(language),
                words.of(deadline, language),
                words.left(calendar.between(calendar.plus(at(), silence), deadline.dueAt()), language));
    }

    private DeadlineMoved moved(boolean ours, Term term, Language language) {
        Instant before = calendar.dueAt(at(), term.limit());
        Instant dayLater = calendar.nextOpening(calendar.closing(at()));
        return new DeadlineMoved(NUMBER, ours, words.moment(before, language), due(term, dayLater, language));
    }

    private Alarm alarm(boolean ended, Language language) {
        return new Alarm(
                text("alarm.name", language), text("alarm.detail", language), words.moment(at(), language), ended);
    }

    private Due replyDue(Language language) {
        return due(regulation.applicantReply(), at(), language);
    }

    private Due due(Term term, Instant from, Language language) {
        return words.of(calendar.deadline(from, term.limit()), language);
    }

    private Instant lateInTheEvening() {
        return opening.minusSeconds(10L * 60 * 60);
    }

    private Instant silenceProven() {
        return calendar.dueAt(at(), regulation.applicantReply().limit());
    }

    private List<String> items(Language language) {
        return regulation.requestItems().stream()
                .map(RequestItem::label)
                .map(label -> label.in(language.locale()))
                .toList();
    }

    private FormReading reading(String form, Language language) {
        Submission read = SubmissionReader.read(
                new SubmissionText(text(form + ".subject", language), text(form + ".text", language)));
        ReadForm kept = new ReadForm(
                regulation.service().code(),
                "",
                true,
                Map.of(),
                List.of(),
                read.defects().stream().map(ReadForm.FormDefect::of).toList(),
                read.facts());
        return new FormReadings(labels, language).of(ticket(kept, language));
    }

    private Ticket ticket(ReadForm form, Language language) {
        return new Ticket(
                new TicketId(1),
                new TicketNumber(1, 1),
                TicketState.REGISTERED,
                Channel.MAIL,
                at(),
                at(),
                Optional.of(language),
                text("summary", language),
                new Ticket.Applicant("", "", text("id", language), ""),
                form,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private String text(String key, Language language) {
        String text = texts.getOrDefault(language, new Properties()).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("letters/samples." + language.tag() + ".properties has no " + key);
        }
        return text;
    }

    private static Properties load(Language language) {
        Properties properties = new Properties();
        try (Reader reader = LetterResource.open("samples." + language.tag() + ".properties")) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }
}
