package kz.kezek.correspondence;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address a letter can go to: one {@code local@domain} in ASCII, a domain in another script in its A-label form. */
public record Recipient(String address) {

    private static final Pattern SOUND =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    public Recipient {
        if (!SOUND.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an address a letter can go to");
        }
    }

    /** Reads an address as it was written; empty when no letter can be sent there without SMTPUTF8 or quoting. */
    public static Optional<Recipient> read(String written) {
        String trimmed = written.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String ascii = trimmed.substring(0, at) + "@" + asciiDomain(trimmed.substring(at + 1));
        return SOUND.matcher(ascii).matches() ? Optional.of(new Recipient(ascii)) : Optional.empty();
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }

    @Override
    public String toString() {
        return address;
    }
}
