package kz.kezek.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.PersonName;

/** Reads the nine facts out of the texts of the five items. One reader reads one letter. */
final class FactReader {

    private static final Lexicon ORGANISATIONS = Lexicon.of("organisation");

    private final Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
    private final List<Defect> defects = new ArrayList<>();

    Map<FactKind, Fact> facts() {
        return facts;
    }

    List<Defect> defects() {
        return defects;
    }

    void readEds(String item) {
        if (isRefused(FactKind.EDS, item)) {
            return;
        }
        Optional<EdsValidity> validity = EdsValidity.of(item);
        if (validity.isPresent()) {
            EdsValidity found = validity.get();
            put(FactKind.EDS, outside(item, found.start(), found.end()));
            String quotation = item.substring(found.start(), found.end());
            Confidence confidence = found.exact() ? Confidence.CERTAIN : Confidence.DOUBTFUL;
            facts.put(
                    FactKind.EDS_VALIDITY,
                    new Fact(FactKind.EDS_VALIDITY, found.until().toString(), quotation, FactSource.ITEM, confidence));
        } else {
            readUndated(item);
        }
    }

    private void readUndated(String item) {
        int start = EdsValidity.wordsIn(Folding.fold(item));
        if (start < 0) {
            put(FactKind.EDS, item);
            return;
        }
        put(FactKind.EDS, Section.trim(item.substring(0, start)));
        String quotation = Section.trim(item.substring(start));
        facts.put(
                FactKind.EDS_VALIDITY,
                Fact.inItem(FactKind.EDS_VALIDITY, quotation).doubted());
        defects.add(new Defect.InFact(FactKind.EDS_VALIDITY, FactFault.VALIDITY_UNREADABLE, quotation));
    }

    void readBrowser(String item) {
        if (isRefused(FactKind.BROWSER, item)) {
            return;
        }
        put(FactKind.BROWSER, item);
        boolean version = Browser.in(item)
                .map(Browser::hasVersion)
                .orElseGet(() -> item.chars().anyMatch(Character::isDigit));
        if (!version) {
            defects.add(new Defect.InFact(FactKind.BROWSER, FactFault.BROWSER_VERSION_MISSING, item));
        }
    }

    /** Item 3 is the one whose «нет» is an answer (A19). */
    void readJava(String item) {
        put(FactKind.JAVA, item);
        noteUnknown(FactKind.JAVA, item);
    }

    /** The third bullet may say «нет» (A20). */
    void readAdditional(String text) {
        put(FactKind.ADDITIONAL, text);
    }

    void readRequired(FactKind kind, String text) {
        if (!isRefused(kind, text)) {
            put(kind, text);
            noteUnknown(kind, text);
        }
    }

    void readSender(String item) {
        String name = SenderName.in(item);
        if (name.isEmpty()) {
            return;
        }
        put(FactKind.FULL_NAME, name);
        boolean organisation = Word.of(Folding.fold(name)).stream()
                .anyMatch(word -> !word.isSpelledWithPoints() && ORGANISATIONS.knows(word.text()));
        if (!organisation && !PersonName.of(name).spelledOut()) {
            facts.computeIfPresent(FactKind.FULL_NAME, (kind, fact) -> fact.doubted());
            defects.add(new Defect.InFact(FactKind.FULL_NAME, FactFault.NAME_INITIALS, name));
        }
    }

    private boolean isRefused(FactKind kind, String text) {
        boolean refused = Phrases.isNothing(text);
        if (refused) {
            defects.add(new Defect.InFact(kind, FactFault.VALUE_REFUSED, text));
        } else if (kind == FactKind.EDS || kind == FactKind.BROWSER) {
            noteUnknown(kind, text);
        }
        return refused;
    }

    private void noteUnknown(FactKind kind, String text) {
        if (Phrases.isUnknown(text)) {
            facts.computeIfPresent(kind, (same, fact) -> fact.doubted());
            defects.add(new Defect.InFact(kind, FactFault.VALUE_UNKNOWN, text));
        }
    }

    private void put(FactKind kind, String text) {
        if (text.chars().anyMatch(Character::isLetterOrDigit) || kind == FactKind.JAVA || kind == FactKind.ADDITIONAL) {
            facts.put(kind, Fact.inItem(kind, text));
        }
    }

    private static String outside(String item, int start, int end) {
        String before = trimDashes(item.substring(0, start));
        String after = trimDashes(item.substring(end));
        return after.isEmpty() || before.isEmpty() ? before + after : before + ", " + after;
    }

    private static String trimDashes(String part) {
        String text = Section.trim(part);
        int start = 0;
        int end = text.length();
        while (end > 0 && "-–—(.,: ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && "-–—).,: ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }
}
