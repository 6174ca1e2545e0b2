package kz.kezek.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.ExplanationWords;
import kz.kezek.correspondence.LetterLabels;
import kz.kezek.correspondence.Recipient;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Ribbons;
import kz.kezek.portal.StatusPage.Ahead;
import kz.kezek.portal.StatusPage.Asked;
import kz.kezek.portal.StatusPage.Composing;
import kz.kezek.portal.StatusPage.DueView;
import kz.kezek.portal.StatusPage.Entry;
import kz.kezek.portal.StatusPage.FileLink;
import kz.kezek.portal.StatusPage.Kind;
import kz.kezek.portal.StatusPage.Line;
import kz.kezek.regulation.Regulation;
import kz.kezek.regulation.TermName;
import kz.kezek.sla.SlaClock;
import kz.kezek.sla.TicketClocks;
import kz.kezek.submission.FactKind;
import kz.kezek.ticket.InformationRequest;
import kz.kezek.ticket.ReceivedMessage;
import kz.kezek.ticket.RequestedItem;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketRegister;
import kz.kezek.ticket.TicketState;
import org.springframework.stereotype.Component;

/** Reads a ticket as its applicant may see it: no notes, no agents' names, no letters of strangers, ИИН masked. */
@Component
class StatusReading {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final TicketRegister tickets;
    private final TicketClocks clocks;
    private final Ribbons ribbons;
    private final Regulation regulation;
    private final CalendarInForce calendars;
    private final LetterLabels labels = new LetterLabels();

    StatusReading(
            TicketRegister tickets,
            TicketClocks clocks,
            Ribbons ribbons,
            Regulation regulation,
            CalendarInForce calendars) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.ribbons = ribbons;
        this.regulation = regulation;
        this.calendars = calendars;
    }

    private record Dated(Instant at, Entry entry) {}

    StatusPage read(Ticket ticket, String link, Composing composing, Moments moments) {
        return new StatusPage(
                link,
                ticket.number().toString(),
                ticket.state(),
                due(ticket, moments),
                asked(ticket, moments.words().language()),
                entries(ticket, link, moments),
                ahead(ticket, moments),
                wrote(ticket, moments),
                composing);
    }

    /** Whether the applicant can be written to, and so can write here. */
    boolean mayWrite(Ticket ticket) {
        return Recipient.read(ticket.applicant().address()).isPresent()
                && ticket.state() != TicketState.NOT_A_REQUEST
                && ticket.state() != TicketState.DUPLICATE
                && ticket.state() != TicketState.MERGED;
    }

    private Optional<DueView> due(Ticket ticket, Moments moments) {
        return clocks.of(ticket.id()).stream()
                .filter(SlaClock::isRunning)
                .filter(clock -> clock.kind() != TermName.ACCEPTANCE)
                .findFirst()
                .map(clock -> new DueView(
                        clock.kind() != TermName.APPLICANT_REPLY,
                        moments.full(clock.dueAt()),
                        moments.at().isAfter(clock.dueAt())
                                ? ""
                                : moments.deadlines().left(clocks.left(clock, moments.at())),
                        percentLeft(clock, moments.at()),
                        ribbons.of(clock, moments),
                        ExplanationWords.of(
                                        clocks.explain(clock),
                                        moments.words().language().locale())
                                .paragraph()));
    }

    private int percentLeft(SlaClock clock, Instant at) {
        long all = calendars.current().between(clock.startedAt(), clock.dueAt()).seconds();
        return all == 0 ? 0 : Math.toIntExact(100 * clocks.left(clock, at).seconds() / all);
    }

    private List<Ahead> ahead(Ticket ticket, Moments moments) {
        String due = clocks.of(ticket.id()).stream()
                .filter(SlaClock::isRunning)
                .filter(clock -> clock.kind() != TermName.ACCEPTANCE)
                .findFirst()
                .map(clock -> moments.full(clock.dueAt()))
                .orElse("");
        return switch (ticket.state()) {
            case REGISTERED, IN_PROGRESS, INFORMATION_SUPPLIED -> List.of(new Ahead(false, "status.ahead.answer", due));
            case AWAITING_APPLICANT ->
                List.of(
                        new Ahead(true, "status.ahead.reply", due),
                        new Ahead(
                                false,
                                "status.ahead.after",
                                moments.deadlines()
                                        .limit(regulation
                                                .answerAfterInformation()
                                                .limit())));
            case RECEIVED, ANSWERED, CLOSED, DISCONTINUED, NOT_A_REQUEST, DUPLICATE, MERGED -> List.of();
        };
    }

    Asked asked(Ticket ticket, Language language) {
        List<InformationRequest> requests = tickets.informationRequests(ticket.id());
        if (ticket.state() != TicketState.AWAITING_APPLICANT || requests.isEmpty()) {
            return new Asked(List.of(), "");
        }
        InformationRequest last = requests.getLast();
        return new Asked(words(last, language), last.instructions());
    }

    private List<String> words(InformationRequest request, Language language) {
        return request.items().stream().map(item -> words(item, language)).toList();
    }

    private String words(RequestedItem item, Language language) {
        if (!item.text().isBlank()) {
            return item.text();
        }
        return regulation
                .requestItem(item.key())
                .map(known -> known.label().in(language.locale()))
                .orElseGet(() -> item.key().matches("item-[1-5]")
                        ? labels.formItem(language, item.key().charAt(item.key().length() - 1) - '0')
                        : item.key());
    }

    private List<Entry> entries(Ticket ticket, String link, Moments moments) {
        List<Dated> entries = new ArrayList<>();
        List<ReceivedMessage> messages = tickets.messages(ticket.id());
        for (int i = 0; i < messages.size(); i++) {
            ReceivedMessage message = messages.get(i);
            if (message.knownSender()) {
                String text = message.replyText().isBlank() ? message.text() : message.replyText();
                var entry = new Entry(
                        Kind.WRITTEN,
                        moments.full(message.receivedAt()),
                        paragraphs(text),
                        files(message, i + 1, link),
                        i == 0 && ticket.form().keepsFacts());
                entries.add(new Dated(message.receivedAt(), entry));
            }
        }
        entries.add(dated(Kind.ACCEPTED, ticket.registeredAt(), List.of(), moments));
        for (InformationRequest request : tickets.informationRequests(ticket.id())) {
            List<String> said = Stream.concat(
                            words(request, moments.words().language()).stream(),
                            paragraphs(request.instructions()).stream())
                    .toList();
            entries.add(dated(Kind.REQUEST, request.requestedAt(), said, moments));
        }
        tickets.answers(ticket.id())
                .forEach(answer ->
                        entries.add(dated(Kind.ANSWER, answer.answeredAt(), paragraphs(answer.text()), moments)));
        tickets.events(ticket.id()).stream()
                .map(recorded -> recorded.event())
                .filter(event ->
                        event instanceof TicketEvent.TicketDiscontinued || event instanceof TicketEvent.TicketClosed)
                .forEach(event -> entries.add(dated(Kind.ENDED, event.at(), List.of(), moments)));
        return entries.stream()
                .sorted(Comparator.comparing(Dated::at))
                .map(Dated::entry)
                .toList();
    }

    private static Dated dated(Kind kind, Instant at, List<String> paragraphs, Moments moments) {
        return new Dated(at, new Entry(kind, moments.full(at), paragraphs, List.of(), false));
    }

    private static List<FileLink> files(ReceivedMessage message, int number, String link) {
        List<FileLink> files = new ArrayList<>();
        int position = 0;
        for (ReceivedMessage.Attachment attachment : message.attachments()) {
            position++;
            String href = "/s/" + link + "/files/" + number + "/" + position;
            files.add(new FileLink(attachment.fileName(), attachment.content().map(content -> href)));
        }
        return files;
    }

    private static List<Line> wrote(Ticket ticket, Moments moments) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("status.subject", masked(ticket.summary())));
        for (FactKind kind : FactKind.values()) {
            String value = ticket.form()
                    .fact(kind)
                    .map(fact -> kind == FactKind.EDS_VALIDITY ? day(fact.value(), moments) : fact.value())
                    .orElse("");
            if (kind.required() || !value.isEmpty()) {
                lines.add(new Line("fact." + kind.name().toLowerCase(java.util.Locale.ROOT), masked(value)));
            }
        }
        return ticket.form().keepsFacts() ? lines : lines.subList(0, 1);
    }

    /** A date as people write it; what is not a date stays as it was written. */
    private static String day(String written, Moments moments) {
        try {
            return DateTimeFormatter.ofPattern(
                            "d MMMM uuuu", moments.words().language().locale())
                    .format(LocalDate.parse(written));
        } catch (DateTimeParseException words) {
            return written;
        }
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(masked(text).strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String masked(String text) {
        return TWELVE_DIGITS
                .matcher(text)
                .replaceAll(found ->
                        ApplicantId.of(found.group()).map(ApplicantId::masked).orElse(found.group()));
    }
}
