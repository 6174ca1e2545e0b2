package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a submission from the reply to the list of what was missing in it. */
final class Supplement {

    private static final int LONGEST_ANSWER = 300;

    private Supplement() {}

    static Submission of(Submission original, SubmissionText reply) {
        Set<FormItem> asked = EnumSet.noneOf(FormItem.class);
        original.missingFacts().forEach(kind -> asked.add(kind.item()));
        FormReader form = FormReader.of(Folding.clean(reply.text()), asked);
        IdReader ids = new IdReader();
        form.text(FormItem.SENDER).ifPresent(ids::readItem);
        ids.readBody(form.freeText());

        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        original.facts().forEach(fact -> facts.put(fact.kind(), fact));
        form.facts().values().forEach(fact -> facts.merge(fact.kind(), fact, Supplement::better));
        ids.ids().stream()
                .limit(1)
                .forEach(found -> facts.merge(FactKind.APPLICANT_ID, answer(found), Supplement::better));
        takeBareAnswer(original, form, facts);
        return new Submission(
                original.subject(),
                original.ids().isEmpty() ? ids.ids() : original.ids(),
                original.languages(),
                written(original, form),
                List.copyOf(facts.values()),
                defects(original, facts));
    }

    private static Fact better(Fact before, Fact added) {
        boolean improves = before.confidence() == Confidence.DOUBTFUL && added.source() == FactSource.ITEM;
        return improves ? added : before;
    }

    private static Fact answer(FoundId found) {
        Confidence confidence = found.id().faults().isEmpty() ? Confidence.CERTAIN : Confidence.DOUBTFUL;
        return new Fact(FactKind.APPLICANT_ID, found.id().digits(), found.quotation(), FactSource.ITEM, confidence);
    }

    /** A reply without numbers or labels answers the one thing that was missing. */
    private static void takeBareAnswer(Submission original, FormReader form, Map<FactKind, Fact> facts) {
        List<FactKind> missing = original.missingFacts().stream()
                .filter(kind -> !facts.containsKey(kind))
                .toList();
        String answer = form.bareAnswer();
        if (missing.size() == 1
                && original.missingFacts().size() == 1
                && missing.getFirst() != FactKind.APPLICANT_ID
                && !answer.isEmpty()
                && answer.length() <= LONGEST_ANSWER) {
            facts.put(missing.getFirst(), Fact.inBody(missing.getFirst(), answer, answer));
        }
    }

    private static Map<FormItem, String> written(Submission original, FormReader form) {
        Map<FormItem, String> written = new EnumMap<>(FormItem.class);
        written.putAll(form.written());
        written.putAll(original.written());
        return written;
    }

    private static List<Defect> defects(Submission original, Map<FactKind, Fact> facts) {
        List<Defect> defects = new ArrayList<>(original.defects());
        defects.removeIf(defect -> defect instanceof Defect.FactMissing missing && facts.containsKey(missing.fact()));
        return defects;
    }
}
