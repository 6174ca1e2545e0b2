package kz.kezek.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reply without what it quotes of our own letters, whether its program marks quotations or not: our words about the
 * form must not be read as the applicant's. The lines to fill in stay, for the answers may stand in or below them.
 */
final class QuotedLetters {

    private static final Pattern BEFORE_TEXT = Pattern.compile("^[>|\\s]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LINE_TO_FILL = Pattern.compile("[1-5]\\) [^:]{1,80}:.*");
    private static final String MARKS = "✔⚠✘";
    /** Nobody writes so much of our letter by chance; a shorter piece of a line may be the applicant's own words. */
    private static final int SURELY_OURS = 25;

    private final Set<String> ourLines = new HashSet<>();
    private final StringBuilder ours = new StringBuilder();
    private final Set<String> applicants = new HashSet<>();
    private boolean belowEmptyLine;

    private QuotedLetters(List<String> letters, String applicantsText) {
        for (String letter : letters) {
            letter.lines().map(QuotedLetters::plain).forEach(ourLines::add);
            ours.append(plain(letter)).append('\n');
        }
        applicantsText.lines().map(QuotedLetters::plain).forEach(applicants::add);
    }

    /**
     * The applicant's words with the lines to fill in, wherever they stand.
     *
     * @param text the whole reply
     * @param applicantsText the reply without what is known to be quoted
     * @param letters the texts of our letters to the ticket
     */
    static String without(String text, String applicantsText, List<String> letters) {
        QuotedLetters quoted = new QuotedLetters(letters, applicantsText);
        return text.lines().filter(line -> quoted.keeps(plain(line))).collect(Collectors.joining("\n"));
    }

    private boolean keeps(String line) {
        if (line.isEmpty()) {
            return true;
        }
        boolean toFill = LINE_TO_FILL.matcher(line).matches();
        boolean answersLineAbove = belowEmptyLine && ours.indexOf(line) < 0;
        belowEmptyLine = toFill && line.endsWith(":");
        return toFill || answersLineAbove || isApplicants(line);
    }

    private boolean isApplicants(String line) {
        boolean surelyOurs = ourLines.contains(line) || line.length() >= SURELY_OURS && ours.indexOf(line) >= 0;
        return applicants.contains(line) && !surelyOurs && MARKS.indexOf(line.charAt(0)) < 0;
    }

    /** The words of a line: without quotation marks before it, with single spaces. */
    private static String plain(String text) {
        String spaced = SPACES.matcher(text).replaceAll(" ");
        return BEFORE_TEXT.matcher(spaced).replaceFirst("").strip();
    }
}
