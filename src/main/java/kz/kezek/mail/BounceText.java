package kz.kezek.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recipients and codes out of what a server writes for people: qmail, Exim, Postfix, Sendmail, Exchange, Notes and their
 * kin put each recipient in front of the words about it.
 */
final class BounceText {

    private static final int MOST_LINES = 2000;
    private static final Set<String> LABELS = Set.of(
            "recipient",
            "recipients",
            "to",
            "failed recipient",
            "recipient address",
            "final-recipient",
            "original-recipient",
            "address",
            "for",
            "user",
            "получатель",
            "адресат");

    private final Set<String> senders;
    private final Map<String, StringBuilder> words = new LinkedHashMap<>();
    private final Map<String, String> spelled = new LinkedHashMap<>();
    private final StringBuilder before = new StringBuilder();

    private BounceText(Set<String> senders) {
        this.senders = senders;
    }

    /**
     * Reads the part of a report that stands before the returned letter.
     *
     * @param senders addresses in lower case that cannot be the recipient: the writer of the report and of the letter
     */
    static List<BouncedRecipient> read(String text, Set<String> senders, String action) {
        BounceText reader = new BounceText(senders);
        String[] lines = text.split("\n", MOST_LINES);
        for (String line : lines) {
            reader.lead(line);
        }
        if (reader.words.isEmpty()) {
            for (String line : lines) {
                reader.anywhere(line);
            }
        }
        return reader.recipients(text, action);
    }

    /** A recipient in front: {@code <a@b>: …}, {@code "a@b":}, an address alone in its line, or behind a label. */
    private void lead(String line) {
        List<MailText.Found> found = MailText.addresses(line);
        if (!found.isEmpty() && leads(line, found.getFirst())) {
            start(found.getFirst().address(), line);
        } else if (words.isEmpty()) {
            before.append(line).append('\n');
        } else {
            latest().append(line).append('\n');
        }
    }

    private static boolean leads(String line, MailText.Found found) {
        String head = line.substring(0, found.start()).strip();
        String tail = line.substring(found.end()).strip();
        boolean wrapped = head.isEmpty()
                || coded(head)
                || head.equals(">>>")
                || head.equals("<")
                || head.equals("\"")
                || head.equals("*")
                || head.equals("- <")
                || head.equals("-")
                || head.equals("(")
                || head.equals("'");
        String label =
                head.toLowerCase(Locale.ROOT).replace("<", "").replace("\"", "").strip();
        boolean labelled = label.endsWith(":")
                && (LABELS.contains(label.substring(0, label.length() - 1).strip())
                        || label.endsWith(" to:")
                        || label.endsWith("rcpt to:")
                        || label.endsWith(" recipient:")
                        || label.endsWith(" address:"));
        boolean ended = tail.isEmpty()
                || tail.startsWith(":")
                || tail.startsWith(">")
                || tail.startsWith("\"")
                || tail.startsWith("on ")
                || tail.startsWith("(")
                || tail.startsWith(",")
                || tail.startsWith("...")
                || tail.startsWith("'")
                || tail.startsWith(";")
                || tail.startsWith(")")
                || tail.startsWith(". ")
                || tail.equals(".")
                || tail.startsWith("-")
                || tail.startsWith("<");
        return (wrapped || labelled) && ended;
    }

    /** Sendmail's transcript: {@code 550 <a@b>... User unknown}. */
    private static boolean coded(String head) {
        return head.length() <= 5
                && head.length() >= 3
                && SmtpCodes.reply(head).length() == 3
                && (head.length() == 3 || head.substring(3).isBlank() || head.endsWith("<"));
    }

    private void anywhere(String line) {
        for (MailText.Found found : MailText.addresses(line)) {
            start(found.address(), line);
        }
    }

    private void start(String address, String line) {
        String key = address.toLowerCase(Locale.ROOT);
        if (senders.contains(key)) {
            (words.isEmpty() ? before : latest()).append(line).append('\n');
            return;
        }
        spelled.putIfAbsent(key, address);
        StringBuilder said = words.remove(key);
        words.put(key, (said == null ? new StringBuilder() : said).append(line).append('\n'));
    }

    private StringBuilder latest() {
        return ((LinkedHashMap<String, StringBuilder>) words).lastEntry().getValue();
    }

    /** Words in common speak of everybody only where nobody has words of his own. */
    private List<BouncedRecipient> recipients(String text, String action) {
        Map<String, String> own = new LinkedHashMap<>();
        words.forEach((key, said) -> own.put(key, withoutAddresses(said.toString())));
        boolean told = own.values().stream()
                .anyMatch(said -> !SmtpCodes.reply(said).isEmpty()
                        || !SmtpCodes.status(said).isEmpty());
        String common = told && own.size() > 1 ? "" : withoutAddresses(text);
        List<BouncedRecipient> recipients = new ArrayList<>();
        own.forEach((key, said) -> recipients.add(recipient(spelled.getOrDefault(key, key), said, common, action)));
        return recipients;
    }

    static BouncedRecipient recipient(String address, String own, String all, String action) {
        String status = SmtpCodes.status(own);
        String reply = SmtpCodes.reply(own);
        boolean silent = status.isEmpty() && reply.isEmpty();
        return new BouncedRecipient(
                address,
                action,
                silent ? SmtpCodes.status(all) : status,
                silent ? SmtpCodes.reply(all) : reply,
                CleanText.line(own.length() > 500 ? own.substring(0, 500) : own));
    }

    /** Digits within addresses are no codes. */
    static String withoutAddresses(String text) {
        StringBuilder rest = new StringBuilder(text);
        for (MailText.Found found : MailText.addresses(text)) {
            for (int i = found.start(); i < found.end(); i++) {
                rest.setCharAt(i, '@');
            }
        }
        return rest.toString();
    }
}
