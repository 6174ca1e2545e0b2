package kz.kezek.applicant;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address in the one form by which two letters are known to be of one sender: NFC, lower case, the domain in its ASCII form
 * (RFC 5891). The local part is folded too: no provider in use here tells {@code A@} from {@code a@}, people do write both.
 */
public record EmailAddress(String local, String domain) {

    private static final int LONGEST = 320;

    /** The address in this text, {@code a@b} or {@code Name <a@b>}, or nothing when it is none. */
    public static Optional<EmailAddress> of(String text) {
        String bare = bare(text);
        int at = bare.lastIndexOf('@');
        if (at < 1
                || at == bare.length() - 1
                || bare.length() > LONGEST
                || bare.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(fold(bare.substring(0, at)), ascii(fold(bare.substring(at + 1)))));
    }

    /** {@code local@domain}. */
    public String value() {
        return local + "@" + domain;
    }

    /** The address for lists and logs (R36): the first letter of the local part and the domain. */
    public String masked() {
        return local.substring(0, local.offsetByCodePoints(0, 1)) + "•••@" + domain;
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String bare(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        return (open >= 0 && close > open ? text.substring(open + 1, close) : text).strip();
    }

    private static String fold(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomainName) {
            return domain;
        }
    }
}
