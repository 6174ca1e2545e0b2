package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        form.facts().values().forEach(fact -> take(original, fact, facts));
        ids.ids().stream().limit(1).forEach(found -> take(original, answer(found), facts));
        takeBareAnswer(original, form, facts);
        Set<FactKind> taken = taken(original, facts);
        return new Submission(
                original.subject(),
                original.ids().isEmpty() ? ids.ids() : original.ids(),
                original.languages(),
                written(original, form, taken),
                List.copyOf(facts.values()),
                defects(original, form, taken));
    }

    /** An answer fills what is missing, and mends what was doubtful or defective. */
    private static void take(Submission original, Fact answer, Map<FactKind, Fact> facts) {
        Fact before = facts.get(answer.kind());
        boolean weak = before == null
                || before.confidence() == Confidence.DOUBTFUL
                || original.defects().stream()
                        .anyMatch(defect -> defect instanceof Defect.InFact in && in.fact() == answer.kind());
        if (before == null || weak && answer.source() == FactSource.ITEM) {
            facts.put(answer.kind(), answer);
        }
    }

    private static Set<FactKind> taken(Submission original, Map<FactKind, Fact> facts) {
        Set<FactKind> taken = EnumSet.noneOf(FactKind.class);
        facts.forEach((kind, fact) -> {
            if (!original.facts().contains(fact)) {
                taken.add(kind);
            }
        });
        return taken;
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

    /** An item of which something was taken is written as the reply has it, after what else of it the letter had. */
    private static Map<FormItem, String> written(Submission original, FormReader form, Set<FactKind> taken) {
        Map<FormItem, String> written = new EnumMap<>(FormItem.class);
        written.putAll(form.written());
        original.written().forEach((item, before) -> {
            Optional<String> answer =
                    form.text(item).filter(text -> taken.stream().anyMatch(kind -> kind.item() == item));
            boolean whole = original.facts().stream()
                    .map(Fact::kind)
                    .filter(kind -> kind.item() == item)
                    .allMatch(kind -> taken.contains(kind) || form.facts().containsKey(kind));
            written.put(
                    item,
                    answer.map(text -> whole ? text : before + ", " + text).orElse(before));
        });
        return written;
    }

    /** What was mended is no defect any more; what is wrong with an answer that was taken is one. */
    private static List<Defect> defects(Submission original, FormReader form, Set<FactKind> taken) {
        List<Defect> defects = new ArrayList<>(original.defects());
        defects.removeIf(defect -> defect.about().filter(taken::contains).isPresent());
        for (Defect defect : form.defects()) {
            if (defect instanceof Defect.InFact
                    && defect.about().filter(taken::contains).isPresent()) {
                defects.add(defect);
            }
        }
        return defects;
    }
}
