package kz.kezek.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a subject in any order and with any dividers into its three parts, and notes what differs from {@code ИИН/СК/ описание}. One reader
 * reads one subject.
 */
final class SubjectReader {

    private static final int MOST_PREFIXES = 10;

    private final String raw;
    private final List<Defect> defects = new ArrayList<>();
    private String text;
    private String folded;
    private String idRaw = "";
    private String code = "";
    private String codeRaw = "";
    private String summary = "";

    SubjectReader(String raw) {
        this.raw = raw;
        this.text = withoutQuotes(
                Folding.clean(raw).replace('\n', ' ').replace('\t', ' ').strip());
        this.folded = Folding.fold(text);
    }

    /** Whether the line has number and code in their places. */
    static boolean isWhole(String line) {
        return line.indexOf('/') >= 0 && line.length() < 300 && new SubjectReader(line).readParts();
    }

    SubjectLine read() {
        takePrefixes();
        if (text.isEmpty() || Phrases.isNoSubject(folded)) {
            add(SubjectFault.SUBJECT_EMPTY, "");
        } else if (!readParts()) {
            readWords();
        }
        checkCode();
        checkSummary();
        return new SubjectLine(raw, idRaw, code, codeRaw, summary);
    }

    List<Defect> defects() {
        return defects;
    }

    private static String withoutQuotes(String line) {
        boolean quoted = line.length() > 2
                && "«\"“".indexOf(line.charAt(0)) >= 0
                && "»\"”".indexOf(line.charAt(line.length() - 1)) >= 0;
        return quoted ? line.substring(1, line.length() - 1).strip() : line;
    }

    private void takePrefixes() {
        String before = text;
        for (int i = 0; i < MOST_PREFIXES; i++) {
            int end = prefixEnd();
            if (end == 0) {
                break;
            }
            shorten(end);
        }
        if (text.length() < before.length()) {
            add(
                    SubjectFault.SUBJECT_PREFIX,
                    before.substring(0, before.length() - text.length()).strip());
        }
    }

    private int prefixEnd() {
        Optional<Label> label = Labels.at(folded, 0).filter(found -> found.slot() == Slot.SUBJECT && found.divided());
        if (label.isPresent()) {
            return label.get().valueStart();
        }
        if (folded.startsWith("[") && folded.indexOf(']') > 0 && folded.indexOf(']') < 20) {
            return folded.indexOf(']') + 1;
        }
        return Phrases.replyPrefix(folded)
                .map(prefix -> colonAfter(prefix.length()))
                .orElse(0);
    }

    /** Past the colon that ends a prefix, a count such as {@code [2]} allowed before it; 0 when there is none. */
    private int colonAfter(int from) {
        int i = from;
        while (i < folded.length() && i < from + 8 && "[]()0123456789^ ".indexOf(folded.charAt(i)) >= 0) {
            i++;
        }
        return i < folded.length() && folded.charAt(i) == ':' ? i + 1 : 0;
    }

    private void shorten(int end) {
        text = text.substring(end).strip();
        folded = Folding.fold(text);
    }

    /** Reads a subject whose parts are divided by slashes. */
    private boolean readParts() {
        int from = Labels.spelledBy(folded.substring(0, Math.min(7, folded.length())))
                                .filter(slot -> slot == Slot.ID)
                                .isPresent()
                        && folded.startsWith("/", 3)
                ? 7
                : 0;
        int first = slash(from);
        if (first < 0) {
            return false;
        }
        int second = slash(first + 1);
        String head = text.substring(0, first).strip();
        if (second >= 0 && ServiceCode.isCode(text.substring(first + 1, second))) {
            return parts(head, text.substring(first + 1, second), second + 1, first);
        }
        boolean swapped = second >= 0 && ServiceCode.isOurs(head) && hasNumber(text.substring(first + 1, second));
        if (swapped) {
            defects.add(new Defect.InSubject(SubjectFault.ID_NOT_FIRST, text.substring(0, second)));
            return parts(text.substring(first + 1, second).strip(), head, second + 1, first);
        }
        int end = ServiceCode.endOfOurs(text, first + 1);
        if (end > 0 && hasNumberOrPlaceholder(head)) {
            add(SubjectFault.SEPARATOR_WRONG, text.substring(0, end));
            return parts(head, text.substring(first + 1, end), end, first);
        }
        return headOnly(head, first);
    }

    private boolean parts(String head, String codePart, int rest, int first) {
        idRaw = head;
        codeRaw = codePart.strip();
        String after = text.substring(rest);
        summary = afterDividers(after);
        boolean slashes = text.charAt(first) == '/' && (rest > text.length() || text.charAt(rest - 1) == '/');
        if (!slashes && defects.stream().noneMatch(defect -> defect.code().equals("SEPARATOR_WRONG"))) {
            add(SubjectFault.SEPARATOR_WRONG, text.substring(0, rest));
        }
        if (!codePart.equals(codeRaw) || text.charAt(Math.max(0, first - 1)) == ' ') {
            add(SubjectFault.SPACES_AROUND_SLASH, text.substring(0, rest));
        } else if (!after.isEmpty() && after.charAt(0) != ' ') {
            add(SubjectFault.SPACE_AFTER_SLASH_MISSING, text.substring(0, Math.min(text.length(), rest + 8)));
        }
        return true;
    }

    private boolean headOnly(String head, int first) {
        if (!hasNumberOrPlaceholder(head)) {
            return false;
        }
        idRaw = head;
        summary = afterDividers(text.substring(first + 1));
        return true;
    }

    /** Reads a subject without slashes: a number and the code, if they stand in it, are taken out of the description. */
    private void readWords() {
        String rest = text;
        Optional<NumberInText> number = NumberInText.in(text, folded).stream().findFirst();
        if (number.isPresent()) {
            idRaw = number.get().quotation();
            String before = withoutIdLabel(text.substring(0, number.get().start()));
            String after = afterDividers(text.substring(number.get().end()));
            rest = before.isEmpty() ? after : (before + " " + after).strip();
            if (!before.isEmpty() && ServiceCode.endOfOurs(before, 0) != before.length()) {
                add(SubjectFault.ID_NOT_FIRST, text);
            }
        }
        int end = ServiceCode.endOfOurs(rest, 0);
        if (end > 0) {
            codeRaw = rest.substring(0, end).strip();
            rest = rest.substring(end);
            add(SubjectFault.SEPARATOR_WRONG, text);
        }
        summary = afterDividers(rest);
    }

    private void checkCode() {
        if (codeRaw.isEmpty()) {
            add(SubjectFault.SERVICE_CODE_MISSING, "");
        } else if (!ServiceCode.isOurs(codeRaw)) {
            add(SubjectFault.SERVICE_CODE_OTHER, codeRaw);
        } else {
            code = SubmissionReader.SERVICE_CODE;
            if (ServiceCode.hasLatin(codeRaw)) {
                add(SubjectFault.SERVICE_CODE_LATIN, codeRaw);
            }
            if (ServiceCode.hasLowercase(codeRaw)) {
                add(SubjectFault.SERVICE_CODE_LOWERCASE, codeRaw);
            }
        }
    }

    private void checkSummary() {
        String foldedSummary = Folding.fold(summary);
        if (Phrases.isTemplateSummary(foldedSummary)) {
            add(SubjectFault.SUMMARY_PLACEHOLDER, summary);
            summary = "";
        } else if (summary.isEmpty()) {
            add(SubjectFault.SUMMARY_MISSING, "");
        }
    }

    private static boolean hasNumber(String part) {
        return !NumberInText.in(part, Folding.fold(part)).isEmpty();
    }

    private static boolean hasNumberOrPlaceholder(String part) {
        boolean mostlyDigits = part.chars().filter(Character::isDigit).count() * 2 > part.length();
        return hasNumber(part) || mostlyDigits || IdReader.isPlaceholder(part);
    }

    private static String withoutIdLabel(String before) {
        String stripped = trimDividers(before);
        boolean onlyLabel = Labels.spelledBy(Folding.fold(stripped))
                .filter(slot -> slot == Slot.ID)
                .isPresent();
        return onlyLabel ? "" : stripped;
    }

    private static String afterDividers(String rest) {
        int i = 0;
        while (i < rest.length() && " /\\|-–—:;,._∕⁄／".indexOf(rest.charAt(i)) >= 0) {
            i++;
        }
        return rest.substring(i).strip();
    }

    private static String trimDividers(String part) {
        String stripped = afterDividers(part);
        int end = stripped.length();
        while (end > 0 && " /\\|-–—:;,_№".indexOf(stripped.charAt(end - 1)) >= 0) {
            end--;
        }
        return stripped.substring(0, end);
    }

    private int slash(int from) {
        for (int i = from; i < folded.length(); i++) {
            if (folded.charAt(i) == '/' || folded.charAt(i) == '|') {
                return i;
            }
        }
        return -1;
    }

    private void add(SubjectFault fault, String quotation) {
        defects.add(new Defect.InSubject(fault, quotation));
    }
}
