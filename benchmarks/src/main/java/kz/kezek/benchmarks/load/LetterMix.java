package kz.kezek.benchmarks.load;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * Letters as a mailbox of such a service gets them: 70 % new requests, 25 % replies to an earlier letter of the same person,
 * the rest automatic replies and delivery reports; 15 % in Kazakh; three charsets, three transfer encodings, half with an HTML
 * alternative, 30 % with a file of 20 to 300 KB. A letter depends on the seed and its number alone.
 */
final class LetterMix {

    /** How many people write; a new one writes more rarely the more letters there were. */
    private static final int PEOPLE = 5_000;

    private static final int FURTHEST_BACK = 400;
    private static final String DESK = "office@sud.kz";
    private static final ZonedDateTime BEGIN = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.ofHours(5));

    enum Kind {
        NEW,
        REPLY,
        AUTOMATIC,
        DELIVERY_REPORT
    }

    /** A letter as it is sent: with CRLF, its envelope's sender beside it (empty for a delivery report). */
    record Letter(int number, Kind kind, String sender, byte[] bytes) {}

    private final long seed;
    private final AttachedFiles files;

    LetterMix(long seed) {
        this.seed = seed;
        this.files = new AttachedFiles(seed);
    }

    Letter letter(int number) {
        SplittableRandom random = random(number);
        Kind kind = kind(number, random);
        Person person = person(number);
        WrittenMessage message = new WrittenMessage(random);
        message.header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(BEGIN.plusSeconds(97L * number)));
        message.header("Message-ID", messageId(number));
        switch (kind) {
            case NEW -> writeRequest(message, number, person, random);
            case REPLY -> writeReply(message, number, person, random);
            case AUTOMATIC -> writeAutomatic(message, person, random);
            case DELIVERY_REPORT -> writeDeliveryReport(message, number, person);
        }
        String sender = kind == Kind.DELIVERY_REPORT ? "" : person.address();
        return new Letter(number, kind, sender, message.bytes());
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 7_919 + number);
    }

    private static Kind kind(int number, SplittableRandom random) {
        int percent = random.nextInt(1000);
        if (percent < 25 || percent >= 975) {
            return percent < 25 ? Kind.AUTOMATIC : Kind.DELIVERY_REPORT;
        }
        return percent < 275 && number > 0 ? Kind.REPLY : Kind.NEW;
    }

    /** The letter that a reply answers: the nearest request at or before a place a little back. */
    private int answered(int number) {
        int at = Math.max(0, number - 1 - random(number).split().nextInt(FURTHEST_BACK));
        while (at > 0 && kind(at, random(at)) != Kind.NEW) {
            at--;
        }
        return at;
    }

    private Person person(int number) {
        int writer = kind(number, random(number)) == Kind.REPLY ? answered(number) : number;
        return Person.of(seed, random(writer).split().nextInt(PEOPLE));
    }

    private String messageId(int number) {
        return "<%s.%d@mail.example>".formatted(Long.toHexString(seed * 31 + number * 2_654_435_761L), number);
    }

    private void address(WrittenMessage message, Person person, String subject, Charset charset) {
        message.encodedHeader("From", person.name(), charset, " <" + person.address() + ">");
        message.header("To", DESK);
        message.encodedHeader("Subject", subject, charset, "");
        message.header("MIME-Version", "1.0");
    }

    private void writeRequest(WrittenMessage message, int number, Person person, SplittableRandom random) {
        Charset charset = charset(person, random);
        address(message, person, subject(number), charset);
        body(message, requestText(person, random), charset, number, random);
    }

    private String subject(int number) {
        Person person = person(number);
        return person.iin() + "/СК/ " + person.texts().pick("subject", random(number).split());
    }

    private static String requestText(Person person, SplittableRandom random) {
        Texts texts = person.texts();
        String told = texts.paragraphs("paragraph", random.nextInt(2, 7), random);
        boolean byTheTemplate = random.nextInt(100) < 60;
        String text = byTheTemplate ? texts.pick("form", random).replace("\\n", "\n") : texts.pick("free", random);
        return text.replace("\\n", "\n")
                .replace("{told}", told)
                .replace("{name}", person.name())
                .replace("{iin}", person.iin())
                .replace("{phone}", "+7 701 %03d %02d %02d"
                        .formatted(random.nextInt(100, 1000), random.nextInt(100), random.nextInt(100)));
    }

    private void writeReply(WrittenMessage message, int number, Person person, SplittableRandom random) {
        int original = answered(number);
        Charset charset = charset(person, random);
        address(message, person, "Re: " + subject(original), charset);
        message.header("In-Reply-To", messageId(original));
        message.header("References", messageId(original));
        String said = person.texts().paragraphs("reply", random.nextInt(1, 3), random);
        String quoted = requestText(person, random(original).split()).replace("\n", "\n> ");
        body(message, said + "\n\n02.03.2026 10:15, " + DESK + ":\n> " + quoted + "\n", charset, number, random);
    }

    private static void writeAutomatic(WrittenMessage message, Person person, SplittableRandom random) {
        message.encodedHeader("From", person.name(), StandardCharsets.UTF_8, " <" + person.address() + ">");
        message.header("To", DESK);
        message.encodedHeader("Subject", person.texts().pick("vacation", random), StandardCharsets.UTF_8, "");
        message.header("Auto-Submitted", "auto-replied");
        message.header("MIME-Version", "1.0");
        message.text(person.texts().pick("vacation", random) + "\n", StandardCharsets.UTF_8);
    }

    private static void writeDeliveryReport(WrittenMessage message, int number, Person person) {
        message.header("From", "MAILER-DAEMON@mail.example");
        message.header("To", DESK);
        message.header("Subject", "Undelivered Mail Returned to Sender");
        message.header("Auto-Submitted", "auto-replied");
        message.header("MIME-Version", "1.0");
        message.deliveryReport(person.address(), "<nobody." + number + "@mail.example>");
    }

    private void body(WrittenMessage message, String text, Charset charset, int number, SplittableRandom random) {
        boolean withHtml = random.nextInt(100) < 55;
        if (random.nextInt(100) < 30) {
            message.textAndFile(text, charset, withHtml, files.unique(number, random));
        } else if (withHtml) {
            message.alternatives(text, charset);
        } else {
            message.text(text, charset);
        }
    }

    private static Charset charset(Person person, SplittableRandom random) {
        int percent = random.nextInt(100);
        if (person.texts() == Texts.KK || percent < 62) {
            return StandardCharsets.UTF_8;
        }
        return Charset.forName(percent < 90 ? "windows-1251" : "koi8-r");
    }
}
