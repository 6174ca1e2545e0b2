package kz.kezek.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.regex.Pattern;

/** The links in the letters that a citizen gets. */
final class PublicLetters {

    private static final Pattern CONFIRM =
            Pattern.compile("http://desk\\.example(/request/confirm/[A-Za-z0-9_-]{43}\\?lang=[a-z]{2})");

    private PublicLetters() {}

    /** The path of the link that confirms an address. */
    static String confirmation(MimeMessage letter) throws Exception {
        String text = text(letter);
        var link = CONFIRM.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    /** The letter's plain text. */
    static String text(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    }
}
