package kz.kezek.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a received letter: bytes → {@link InboundMail}. It returns for every input, however broken, says what it had to
 * mend among the repairs, and never changes the bytes given. Stateless and safe for use by many threads.
 */
public final class MailReader {

    private final MailLimits limits;

    /** A reader with {@link MailLimits#standard()}. */
    public MailReader() {
        this(MailLimits.standard());
    }

    public MailReader(MailLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one letter as it came from the wire or a mailbox file. Should reading fail by an error of ours, the letter is
     * still shown: raw, as one text, with {@code reading failed} among the repairs.
     */
    public InboundMail read(byte[] raw) {
        try {
            return readOrFail(raw);
        } catch (RuntimeException | StackOverflowError e) {
            return unread(raw, e);
        }
    }

    private InboundMail unread(byte[] raw, Throwable cause) {
        byte[] start = raw.length > limits.textChars() ? Arrays.copyOf(raw, limits.textChars()) : raw;
        String text = TextDecoder.decode(start, "", Optional.empty()).text();
        Automation unknown = new Automation("", "", "", false, List.of(), List.of(), 0);
        return new InboundMail(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                CleanText.unixLines(text),
                "",
                List.of(),
                MailKind.PERSONAL,
                unknown,
                Optional.empty(),
                "",
                List.of("reading failed: " + cause.getClass().getSimpleName()));
    }

    InboundMail readOrFail(byte[] raw) {
        Repairs repairs = new Repairs();
        MimePart letter = MimeTree.read(Transport.unwrap(raw, repairs), limits, repairs);
        HeaderDecoder decoder = new HeaderDecoder(bodyCharset(letter), limits.encodedWords(), repairs);
        BodyReader.Body body = BodyReader.read(letter, decoder, limits, repairs);
        Automation automation = AutomationReader.read(letter);
        String subject = CleanText.line(decoder.decode(letter.field("subject"), "subject"));
        List<MailAddress> from = addresses(letter, "from", decoder);
        List<MailAddress> to = addresses(letter, "to", decoder);
        Optional<Bounce> bounce = new BounceReader(letter, subject, from, to, body.text(), automation).read();
        return new InboundMail(
                subject,
                from,
                to,
                addresses(letter, "cc", decoder),
                addresses(letter, "reply-to", decoder),
                DateReader.read(letter.field("date")),
                MessageIds.single(letter.field("message-id")),
                MessageIds.read(letter.field("in-reply-to")),
                MessageIds.read(letter.field("references")),
                body.text(),
                body.html(),
                body.attachments(),
                kind(letter, automation, bounce),
                automation,
                bounce,
                reply(body),
                repairs.said());
    }

    private static List<MailAddress> addresses(MimePart letter, String field, HeaderDecoder decoder) {
        List<String> values = letter.all(field);
        return values.isEmpty() ? List.of() : AddressReader.read(String.join(", ", values), field, decoder);
    }

    private static String reply(BodyReader.Body body) {
        return body.plain() || body.html().isEmpty() ? QuoteCutter.cut(body.text()) : HtmlQuoteCutter.cut(body.html());
    }

    private static MailKind kind(MimePart letter, Automation automation, Optional<Bounce> bounce) {
        if (bounce.isPresent()) {
            return switch (bounce.get().kind()) {
                case FAILURE, DELAYED, DELIVERED -> MailKind.BOUNCE;
                case FEEDBACK -> MailKind.FEEDBACK;
                case VACATION -> MailKind.AUTOMATIC;
            };
        }
        if (AutomationReader.automatic(letter, automation)) {
            return MailKind.AUTOMATIC;
        }
        return AutomationReader.list(automation) ? MailKind.LIST : MailKind.PERSONAL;
    }

    /** The charset the first text part declares: old clients write their headers raw in the same. */
    private static Optional<MailCharset> bodyCharset(MimePart part) {
        if (part.isMultipart()) {
            return part.children().stream()
                    .flatMap(child -> bodyCharset(child).stream())
                    .findFirst();
        }
        return part.isText() && !part.charset().isEmpty() ? Charsets.labelled(part.charset()) : Optional.empty();
    }
}
