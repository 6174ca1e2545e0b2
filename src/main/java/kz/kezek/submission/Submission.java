package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.Language;

/**
 * A letter read as the prescribed form: whatever was found, and every {@link Defect} at once. Reading never fails and a submission is never
 * refused for its form (A16): an empty letter is a submission with all its items missing.
 *
 * @param ids the numbers found, the one believed first
 * @param languages the language of the letter, or Kazakh and Russian together when it could not be told (A31)
 * @param written items 1, 2, 3 and 5 as written; an item left out has no entry. Item 4 is in its three facts
 * @param facts at most one of each kind, in the order of {@link FactKind}
 * @param defects in the order of the form: subject, items
 */
public record Submission(
        SubjectLine subject,
        List<FoundId> ids,
        List<Language> languages,
        Map<FormItem, String> written,
        List<Fact> facts,
        List<Defect> defects) {

    private static final String ID_PLACEHOLDER = "Х".repeat(12);

    public Submission {
        ids = List.copyOf(ids);
        languages = List.copyOf(languages);
        written = Map.copyOf(written);
        facts = List.copyOf(facts);
        defects = List.copyOf(defects);
    }

    /** The applicant's number: that of the subject, else of item 5, else of the text (A17: two that differ are a defect, not an error). */
    public Optional<FoundId> id() {
        return ids.stream().findFirst();
    }

    /** The language of the letter, or nothing when it could not be told. */
    public Optional<Language> language() {
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }

    /** The fact of this kind, if it was found. */
    public Optional<Fact> fact(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    /** The items of which nothing was found; item 4 is there when its error text or its actions are (A20). */
    public Set<FormItem> missingItems() {
        EnumSet<FormItem> missing = EnumSet.allOf(FormItem.class);
        for (Fact fact : facts) {
            if (belongsToItsItem(fact)) {
                missing.remove(fact.kind().item());
            }
        }
        return missing;
    }

    /** The required facts that were not found. */
    public List<FactKind> missingFacts() {
        List<FactKind> missing = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            if (kind.required() && fact(kind).isEmpty()) {
                missing.add(kind);
            }
        }
        return missing;
    }

    /** The subject as the regulation wants it (R2), with Х for a number not known. */
    public String canonicalSubject() {
        String number = id().map(found -> found.id().digits()).orElse(ID_PLACEHOLDER);
        return number + "/" + SubmissionReader.SERVICE_CODE + "/ " + subject.summary();
    }

    /** What the applicant says of the problem, for those who recognise known problems: summary, item 4, the browser and Java. */
    public String description() {
        List<String> words = new ArrayList<>(List.of(subject.summary()));
        for (Fact fact : facts) {
            FormItem item = fact.kind().item();
            if (item != FormItem.EDS && item != FormItem.SENDER) {
                words.add(fact.quotation());
            }
        }
        return String.join("\n", words).strip();
    }

    // A number given in the subject or in passing does not answer item 5, which asks for a name first; a screenshot
    // alone is not item 4.
    private static boolean belongsToItsItem(Fact fact) {
        return switch (fact.kind()) {
            case ADDITIONAL -> false;
            case APPLICANT_ID -> fact.source() == FactSource.ITEM;
            case EDS, EDS_VALIDITY, BROWSER, JAVA, ERROR_TEXT, ACTIONS, FULL_NAME -> true;
        };
    }
}
