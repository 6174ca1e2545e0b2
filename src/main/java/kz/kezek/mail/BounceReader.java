package kz.kezek.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes reports about letters of ours: delivery status notifications (RFC 3464) however bent, the free words of mail
 * servers, complaints (RFC 5965), and automatic replies (RFC 3834).
 */
final class BounceReader {

    private static final Phrases PHRASES = Phrases.of("bounce-phrases.txt");
    private static final int LONGEST = 30_000;

    private final MimePart letter;
    private final String subject;
    private final List<MailAddress> from;
    private final List<MailAddress> to;
    private final String text;
    private final Automation automation;
    private final ReportParts parts;

    BounceReader(
            MimePart letter,
            String subject,
            List<MailAddress> from,
            List<MailAddress> to,
            String text,
            Automation automation) {
        this.letter = letter;
        this.subject = subject.toLowerCase(Locale.ROOT);
        this.from = from;
        this.to = to;
        this.text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        this.automation = automation;
        this.parts = ReportParts.of(letter);
    }

    Optional<Bounce> read() {
        Optional<Bounce> notice = SesNotice.read(text);
        if (notice.isPresent()) {
            return notice;
        }
        if (parts.feedback()) {
            return Optional.of(new Bounce(BounceKind.FEEDBACK, List.of(), parts.originalIds()));
        }
        if (parts.receipt()) {
            return Optional.empty();
        }
        List<BouncedRecipient> declared = DeliveryStatus.read(parts.status());
        if (declared.isEmpty() && (fromServer() || titled())) {
            declared = DeliveryStatus.read(parts.statusInText());
        }
        if (!declared.isEmpty()) {
            return Optional.of(declared(declared).called(DeliveryStatus.envelopeId(parts.status())));
        }
        if (!written()) {
            return Vacation.is(letter, subject, automation)
                    ? Optional.of(new Bounce(BounceKind.VACATION, List.of(), thread()))
                    : Optional.empty();
        }
        return Optional.of(fromWords());
    }

    private Bounce declared(List<BouncedRecipient> declared) {
        boolean undelivered = declared.stream()
                .anyMatch(one -> one.action().equals("failed") || one.action().equals("delayed"));
        if (!undelivered) {
            return new Bounce(BounceKind.DELIVERED, declared, originals());
        }
        List<BouncedRecipient> concerned = declared.stream()
                .filter(one -> one.action().equals("failed") || one.action().equals("delayed"))
                .map(this::completed)
                .toList();
        boolean failed = concerned.stream().anyMatch(one -> one.action().equals("failed"));
        return new Bounce(failed ? BounceKind.FAILURE : BounceKind.DELAYED, concerned, originals());
    }

    /** A status part without codes is completed from the words in front of it. */
    private BouncedRecipient completed(BouncedRecipient one) {
        if (!one.replyCode().isEmpty() && !SmtpCodes.general(one.status())) {
            return one;
        }
        for (BouncedRecipient told : BounceText.read(zone(), senders(), one.action())) {
            if (told.address().equalsIgnoreCase(one.address()) || one.address().indexOf('@') <= 0) {
                boolean general = SmtpCodes.general(one.status());
                return new BouncedRecipient(
                        one.address(),
                        one.action(),
                        general && !told.status().isEmpty() ? told.status() : one.status(),
                        one.replyCode().isEmpty() ? told.replyCode() : one.replyCode(),
                        one.diagnostic().isEmpty() ? told.diagnostic() : one.diagnostic());
            }
        }
        return one;
    }

    /** Whether the letter is a server's report in free words. */
    private boolean written() {
        if (!letter.field("x-failed-recipients").isEmpty()) {
            return true;
        }
        boolean server = fromServer();
        boolean titled = PHRASES.anyIn("subject", subject);
        if (!server && !titled) {
            return false;
        }
        String opening = CleanText.line(zone()).toLowerCase(Locale.ROOT);
        boolean daemon = PHRASES.anyIn("daemon", opening);
        boolean said = PHRASES.anyIn("opening", opening);
        if (server) {
            return daemon || said || titled && parts.returned();
        }
        return titled() && (daemon || said && parts.returned());
    }

    /** Mail servers write under a few names, and with the empty sender that asks for no answer (RFC 5321 §4.5.5). */
    private boolean fromServer() {
        // fml, the Japanese list server, refuses under the list owner's name
        return automation.nullSender()
                || letter.field("x-mlserver").startsWith("fml")
                || from.stream()
                        .anyMatch(one -> PHRASES.anyIn("sender", one.toString().toLowerCase(Locale.ROOT)));
    }

    /** A report by its subject; a person who forwards one says so there. */
    private boolean titled() {
        return PHRASES.anyIn("subject", subject) && !Vacation.answers(subject);
    }

    private Bounce fromWords() {
        String zone = zone();
        boolean delayed = PHRASES.anyIn("delayed", CleanText.line(zone).toLowerCase(Locale.ROOT));
        BounceKind kind = delayed ? BounceKind.DELAYED : BounceKind.FAILURE;
        String action = delayed ? "delayed" : "failed";
        return new Bounce(kind, recipients(zone, action), originals());
    }

    private List<BouncedRecipient> recipients(String zone, String action) {
        List<BouncedRecipient> told = BounceText.read(zone, senders(), action);
        List<MailText.Found> failed = MailText.addresses(letter.field("x-failed-recipients"));
        if (failed.isEmpty()) {
            return told.isEmpty() ? unnamed(zone, action) : told;
        }
        List<BouncedRecipient> recipients = new ArrayList<>();
        String all = BounceText.withoutAddresses(zone);
        for (MailText.Found one : failed) {
            recipients.add(told.stream()
                    .filter(other -> other.address().equalsIgnoreCase(one.address()))
                    .findFirst()
                    .orElseGet(() -> BounceText.recipient(one.address(), all, all, action)));
        }
        return recipients;
    }

    /** The words name nobody: the returned letter's own addressee is meant, if there is one. */
    private List<BouncedRecipient> unnamed(String zone, String action) {
        String all = BounceText.withoutAddresses(zone);
        return parts.originalTo().stream()
                .limit(1)
                .map(address -> BounceText.recipient(address, all, all, action))
                .toList();
    }

    private String zone() {
        String words = parts.words().isEmpty() ? text : text.isBlank() ? parts.words() : text;
        return words.substring(0, PHRASES.firstIn("enclosed", words.toLowerCase(Locale.ROOT)));
    }

    /** Who cannot be the recipient: the report's own sender, and the one it is addressed to. */
    private Set<String> senders() {
        Set<String> senders = new HashSet<>();
        from.forEach(one -> senders.add(one.address().toLowerCase(Locale.ROOT)));
        to.forEach(one -> senders.add(one.address().toLowerCase(Locale.ROOT)));
        return senders;
    }

    private List<String> originals() {
        List<String> ids = new ArrayList<>(parts.originalIds());
        thread().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }

    private List<String> thread() {
        List<String> ids = new ArrayList<>(MessageIds.read(letter.field("in-reply-to")));
        MessageIds.read(letter.field("references")).stream()
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        return ids;
    }
}
