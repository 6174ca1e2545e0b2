package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.Language;

/**
 * Reads a letter as the prescribed form (R2–R11): tolerant in, canonical out (A16). It takes time in proportion to the letter's length,
 * reads at most the first 200,000 characters, never fails, and never changes the letter.
 */
public final class SubmissionReader {

    /** The code of the service in the subject: Cyrillic U+0421 U+041A (R4). */
    public static final String SERVICE_CODE = "СК";

    private SubmissionReader() {}

    /** The submission in this letter: an empty letter gives one with every item missing. */
    public static Submission read(SubmissionText letter) {
        FormReader form = FormReader.of(Folding.clean(letter.text()), Set.of());
        List<Defect> defects = new ArrayList<>();
        SubjectLine subject = subject(letter.subject(), form, defects);
        IdReader ids = new IdReader();
        ids.readSubject(subject);
        form.text(FormItem.SENDER).ifPresent(ids::readItem);
        ids.readBody(form.freeText());
        ids.readBody(Folding.clean(letter.text()));
        Map<FactKind, Fact> facts = facts(form, ids, letter.attachmentNames());
        defects.addAll(ids.defects());
        defects.addAll(form.defects());
        defects.addAll(missing(facts));
        return new Submission(
                subject, ids.ids(), languages(subject, form), form.written(), List.copyOf(facts.values()), defects);
    }

    /**
     * The submission completed by a reply to the list of what was missing. What the reply answers fills what was missing or doubtful; what was
     * sure stays. The reply may number or name the items, answer between quoted questions, or, when one fact alone was missing, be the answer.
     */
    public static Submission complete(Submission original, SubmissionText reply) {
        return Supplement.of(original, reply);
    }

    private static SubjectLine subject(String raw, FormReader form, List<Defect> defects) {
        SubjectReader reader = new SubjectReader(raw);
        SubjectLine subject = reader.read();
        Optional<String> inText = form.subject();
        if (subject.idRaw().isEmpty() && subject.serviceCodeRaw().isEmpty() && inText.isPresent()) {
            SubjectReader second = new SubjectReader(inText.get());
            SubjectLine better = second.read();
            defects.add(new Defect.InSubject(SubjectFault.SUBJECT_IN_BODY, inText.get()));
            defects.addAll(second.defects());
            String summary = better.summary().isEmpty() ? subject.summary() : better.summary();
            return new SubjectLine(raw, better.idRaw(), better.serviceCode(), better.serviceCodeRaw(), summary);
        }
        defects.addAll(reader.defects());
        return subject;
    }

    private static Map<FactKind, Fact> facts(FormReader form, IdReader ids, List<String> attachmentNames) {
        Map<FactKind, Fact> facts = new EnumMap<>(form.facts());
        ids.ids().stream()
                .filter(found -> found.place() == FoundId.Place.ITEM5)
                .findFirst()
                .or(() -> ids.ids().stream().findFirst())
                .ifPresent(found -> facts.put(FactKind.APPLICANT_ID, idFact(found)));
        if (!facts.containsKey(FactKind.ADDITIONAL) && !attachmentNames.isEmpty()) {
            String names = String.join(", ", attachmentNames);
            facts.put(
                    FactKind.ADDITIONAL,
                    new Fact(FactKind.ADDITIONAL, names, names, FactSource.ATTACHMENT, Confidence.CERTAIN));
        }
        return facts;
    }

    private static Fact idFact(FoundId found) {
        FactSource source = switch (found.place()) {
            case SUBJECT -> FactSource.SUBJECT;
            case ITEM5 -> FactSource.ITEM;
            case BODY -> FactSource.BODY;
        };
        boolean certain = source == FactSource.ITEM && found.id().faults().isEmpty();
        return new Fact(
                FactKind.APPLICANT_ID,
                found.id().digits(),
                found.quotation(),
                source,
                certain ? Confidence.CERTAIN : Confidence.DOUBTFUL);
    }

    private static List<Defect> missing(Map<FactKind, Fact> facts) {
        List<Defect> missing = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            if (kind.required() && !facts.containsKey(kind)) {
                missing.add(new Defect.FactMissing(kind));
            } else if (kind == FactKind.APPLICANT_ID
                    && facts.get(kind) instanceof Fact fact
                    && fact.source() != FactSource.ITEM) {
                missing.add(new Defect.InId(IdDefect.ID_NOT_IN_ITEM, fact.quotation()));
            }
        }
        return missing;
    }

    private static List<Language> languages(SubjectLine subject, FormReader form) {
        Optional<Language> own = LanguageDetector.of(subject.summary() + "\n" + form.ownWords());
        return own.or(() -> LanguageDetector.of(form.allWords()))
                .map(List::of)
                .orElseGet(() -> List.of(Language.KK, Language.RU));
    }
}
