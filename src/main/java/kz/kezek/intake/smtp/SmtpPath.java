package kz.kezek.intake.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The argument of MAIL and RCPT (RFC 5321 §4.1.2): an address in angle brackets, then parameters.
 *
 * @param address without brackets and source route; empty for the null sender
 * @param parameters each in upper case, such as {@code SIZE=1000}
 */
record SmtpPath(String address, List<String> parameters) {

    private static final int LONGEST_ADDRESS = 320;

    SmtpPath {
        parameters = List.copyOf(parameters);
    }

    /** Reads {@code FROM:<a@b> SIZE=1}; nothing when it is not like that. */
    static Optional<SmtpPath> read(String keyword, String argument) {
        String text = argument.strip();
        if (!text.regionMatches(true, 0, keyword + ":", 0, keyword.length() + 1)) {
            return Optional.empty();
        }
        String path = text.substring(keyword.length() + 1).stripLeading();
        int close = closing(path);
        if (close < 0 || close + 1 < path.length() && path.charAt(close + 1) != ' ') {
            return Optional.empty();
        }
        String address = withoutRoute(path.substring(1, close));
        if (address.length() > LONGEST_ADDRESS || address.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        String rest = path.substring(close + 1).strip().toUpperCase(Locale.ROOT);
        return Optional.of(new SmtpPath(address, rest.isEmpty() ? List.of() : Arrays.asList(rest.split(" +"))));
    }

    /** Where the bracket closes that opens at the start, quoted strings skipped. */
    private static int closing(String path) {
        if (path.isEmpty() || path.charAt(0) != '<') {
            return -1;
        }
        boolean quoted = false;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '>') {
                return i;
            } else if (!quoted && (c == '<' || c == ' ')) {
                return -1;
            }
        }
        return -1;
    }

    private static String withoutRoute(String address) {
        return address.startsWith("@") ? address.substring(address.indexOf(':') + 1) : address;
    }

    boolean isAscii() {
        return address.chars().allMatch(c -> c < 0x80);
    }
}
