package kz.kezek.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.kezek.correspondence.Recipient;
import kz.kezek.mail.Automation;
import kz.kezek.mail.InboundMail;
import kz.kezek.mail.MailKind;
import kz.kezek.mail.MailReader;
import kz.kezek.storage.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens letters for people to look at, readable or not; changes nothing. */
@Component
class LetterOpening {

    private static final Logger LOG = LoggerFactory.getLogger(LetterOpening.class);
    private static final int MOST_HEADERS = 16_384;
    private static final int MOST_TEXT = 65_536;
    private static final byte[] NO_BYTES = {};

    private final MailReader reader = new MailReader();
    private final BlobStore blobs;
    private final OurAddresses ours;

    LetterOpening(BlobStore blobs, OurAddresses ours) {
        this.blobs = blobs;
        this.ours = ours;
    }

    QuarantinedLetter open(LedgerRow row) {
        byte[] raw = row.content().flatMap(blobs::get).orElse(NO_BYTES);
        Optional<InboundMail> mail = raw.length == 0 ? Optional.empty() : read(row.id(), raw);
        String plain = plain(raw);
        String text =
                mail.map(InboundMail::text).filter(read -> !read.isBlank()).orElseGet(() -> afterHeaders(plain));
        return new QuarantinedLetter(row, raw, mail, headers(plain), cut(text, MOST_TEXT), resendTo(row, mail));
    }

    Optional<InboundMail> read(CustodyId id, byte[] raw) {
        try {
            return Optional.of(reader.read(raw));
        } catch (RuntimeException | StackOverflowError unreadable) {
            LOG.info("letter {} cannot be read: {}", id, unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** A null sender and a machine are never asked (R27), nor are we ourselves. */
    private Optional<Recipient> resendTo(LedgerRow row, Optional<InboundMail> mail) {
        boolean machine = mail.map(InboundMail::automatic).orElse(false);
        if (row.envelopeFrom().isEmpty() || machine) {
            return Optional.empty();
        }
        String author = mail.stream()
                .flatMap(read -> read.from().stream())
                .map(from -> from.address())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse(row.envelopeFrom());
        return Recipient.read(author).filter(recipient -> !ours.isOurs(recipient.address()));
    }

    private static String plain(byte[] raw) {
        String text = new String(raw, 0, Math.min(raw.length, MOST_TEXT), StandardCharsets.UTF_8);
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
    }

    private static String headers(String plain) {
        int end = plain.indexOf("\n\n");
        return cut(end < 0 ? plain : plain.substring(0, end), MOST_HEADERS);
    }

    private static String afterHeaders(String plain) {
        int end = plain.indexOf("\n\n");
        return end < 0 ? "" : plain.substring(end + 2);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\n…";
    }

    /** What can be filed of a letter that cannot be read: its words as far as they are text. */
    static InboundMail unreadable(QuarantinedLetter letter) {
        return new InboundMail(
                letter.row().subject(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                letter.row().messageId(),
                List.of(),
                List.of(),
                letter.text(),
                "",
                List.of(),
                MailKind.PERSONAL,
                new Automation("", "", "", false, List.of(), List.of(), 0),
                Optional.empty(),
                letter.text(),
                List.of("not readable"));
    }
}
