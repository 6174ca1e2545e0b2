package kz.kezek.intake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.kezek.applicant.Language;
import kz.kezek.correspondence.LetterLabels;
import kz.kezek.journal.Actor;
import kz.kezek.submission.CertificateCheck;
import kz.kezek.submission.Defect;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FormItem;
import kz.kezek.submission.Submission;
import kz.kezek.submission.SubmissionReader;
import kz.kezek.submission.SubmissionText;
import kz.kezek.ticket.Ticket;
import kz.kezek.ticket.TicketEvent;
import kz.kezek.ticket.TicketId;
import kz.kezek.ticket.TicketRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A specialist mends what was read of the form, as when a caller spells a name: the facts he names are read anew from his words,
 * all else stays, and the form as it was is kept in the history. No clock is moved by it (A15).
 */
@Component
public class FormCorrection {

    private final TicketRegister tickets;
    private final LetterLabels labels = new LetterLabels();

    FormCorrection(TicketRegister tickets) {
        this.tickets = tickets;
    }

    /** Which of these facts cannot be read from the words told; what is empty takes a fact back and needs no reading. */
    public Set<FactKind> unreadable(Ticket ticket, Map<FactKind, String> told) {
        Submission read = read(told, ticket.language().orElse(Language.RU));
        return told.entrySet().stream()
                .filter(fact -> !fact.getValue().isBlank())
                .map(Map.Entry::getKey)
                .filter(kind -> read.fact(kind).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactKind.class)));
    }

    /**
     * Corrects facts.
     *
     * @param told the facts by their kinds; an empty text takes a fact back
     * @return false when nothing is changed by it, or one of them is {@link #unreadable}
     */
    @Transactional
    public boolean correct(TicketId id, Map<FactKind, String> told, Actor agent, Instant at) {
        Ticket ticket = tickets.lock(id);
        if (!ticket.form().keepsFacts() || told.isEmpty()) {
            return false;
        }
        Submission before = ReadForms.submission(ticket);
        Submission read = read(told, ticket.language().orElse(Language.RU));
        boolean readable = unreadable(ticket, told).isEmpty();
        Submission corrected =
                CertificateCheck.apply(corrected(before, read, EnumSet.copyOf(told.keySet())), List.of(), at);
        if (!readable || corrected.facts().equals(before.facts())) {
            return false;
        }
        List<Integer> items = told.keySet().stream()
                .map(kind -> kind.item().number())
                .distinct()
                .sorted()
                .toList();
        tickets.completeForm(
                id,
                ReadForms.form(corrected),
                ReadForms.applicant(
                        corrected, ticket.applicant().name(), ticket.applicant().address()),
                new TicketEvent.FormCompleted(at, items, ticket.form()),
                agent);
        return true;
    }

    private Submission read(Map<FactKind, String> told, Language language) {
        String lines = told.entrySet().stream()
                .filter(fact -> !fact.getValue().isBlank())
                .map(fact -> labels.fact(language, fact.getKey()) + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        return SubmissionReader.read(new SubmissionText("", lines));
    }

    private static Submission corrected(Submission before, Submission read, Set<FactKind> told) {
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        before.facts().stream()
                .filter(fact -> !told.contains(fact.kind()))
                .forEach(fact -> facts.put(fact.kind(), fact));
        read.facts().stream().filter(fact -> told.contains(fact.kind())).forEach(fact -> facts.put(fact.kind(), fact));
        Map<FormItem, String> written = new EnumMap<>(FormItem.class);
        written.putAll(before.written());
        told.stream()
                .map(FactKind::item)
                .filter(item -> item != FormItem.DETAILS)
                .forEach(item -> {
                    String text = facts.values().stream()
                            .filter(fact -> fact.kind().item() == item)
                            .map(Fact::quotation)
                            .distinct()
                            .collect(Collectors.joining(", "));
                    if (text.isEmpty()) {
                        written.remove(item);
                    } else {
                        written.put(item, text);
                    }
                });
        List<Defect> defects = Stream.concat(
                        before.defects().stream()
                                .filter(defect ->
                                        defect.about().filter(told::contains).isEmpty()),
                        read.defects().stream()
                                .filter(defect ->
                                        defect.about().filter(told::contains).isPresent()))
                .toList();
        boolean number = told.contains(FactKind.APPLICANT_ID);
        return new Submission(
                before.subject(),
                number ? read.ids() : before.ids(),
                before.languages(),
                written,
                List.copyOf(facts.values()),
                defects);
    }
}
