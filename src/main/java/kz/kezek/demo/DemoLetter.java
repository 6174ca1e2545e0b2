package kz.kezek.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the letters that come with the program, from {@code demo/letters}: invented people with real troubles.
 *
 * @param from a mailbox with a display name
 * @param attachment the name of a resource beside the letters
 */
record DemoLetter(String from, String subject, Optional<String> attachment, String body) {

    private static final String FOLDER = "/demo/letters/";
    private static final List<String> NAMES = List.of(
            "01-ncalayer-does-not-answer",
            "02-error-500-on-appeal",
            "03-no-sms-code",
            "04-certificate-not-found",
            "05-pdf-does-not-attach",
            "06-hearing-notices-missing",
            "07-fee-paid-but-unpaid",
            "08-power-of-attorney",
            "09-expired-certificate-on-new-key",
            "10-decision-pdf-does-not-open",
            "11-payment-window",
            "12-subject-code-latin",
            "13-free-text-without-form",
            "14-power-cut-of-session",
            "15-english-letter",
            "16-wrong-court-in-list",
            "17-representative-access",
            "18-document-signature-invalid",
            "19-cannot-restore-access",
            "20-short-template");

    /** All of them, in order. */
    static List<DemoLetter> all() {
        return NAMES.stream().map(DemoLetter::read).toList();
    }

    /** Header lines, an empty line, the body. */
    private static DemoLetter read(String name) {
        String[] parts = text(FOLDER + name + ".txt").split("\n\n", 2);
        return new DemoLetter(
                header(parts[0], "From").orElseThrow(),
                header(parts[0], "Subject").orElseThrow(),
                header(parts[0], "Attach"),
                parts[1]);
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(DemoLetter.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
