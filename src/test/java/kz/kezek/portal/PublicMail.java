package kz.kezek.portal;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** The two parts of a letter to an applicant. */
final class PublicMail {

    private PublicMail() {}

    static String text(MimeMessage letter) throws Exception {
        return part(letter, 0);
    }

    static String html(MimeMessage letter) throws Exception {
        return part(letter, 1);
    }

    private static String part(MimeMessage letter, int index) throws Exception {
        return ((MimeMultipart) letter.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }
}
