package kz.kezek.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The fuzz target of reading letters: what must hold for every input, however broken. */
public final class FuzzedLetter {

    private static final MailReader READER = new MailReader();

    private FuzzedLetter() {}

    /** Loads classes and tables, so that no input is charged with their time. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(
                "Subject: =?utf-8?Q?x?=\nContent-Type: text/html\n\n<p>text".getBytes(StandardCharsets.US_ASCII));
    }

    /** What Jazzer calls; an exception is a finding. */
    public static void fuzzerTestOneInput(byte[] raw) {
        byte[] before = raw.clone();
        InboundMail mail = READER.readOrFail(raw);
        SafeHtml.of(mail.html(), id -> Optional.empty());
        mail.attachments().forEach(PrivateKeys::in);
        Redaction redaction = PrivateKeys.redact(raw);
        require(Arrays.equals(before, raw), "the raw letter was changed");
        require(mail.text().indexOf('\0') < 0 && mail.subject().indexOf('\0') < 0, "NUL in a text");
        require(mail.subject().indexOf('\n') < 0, "a line end in the subject");
        require(!redaction.changed() || !PrivateKeys.redact(redaction.raw()).changed(), "a key was left behind");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
