package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/** Finds mail addresses in running text, without regular expressions. */
final class MailText {

    private static final int MOST = 500;

    private MailText() {}

    /** An address and where it stands. */
    record Found(String address, int start, int end) {}

    static List<Found> addresses(String text) {
        List<Found> found = new ArrayList<>();
        int sign = text.indexOf('@');
        int floor = 0;
        while (sign >= 0 && found.size() < MOST) {
            int start = localStart(text, sign, floor);
            int end = hostEnd(text, sign + 1);
            boolean named = start < sign
                    && end > sign + 1
                    && text.substring(sign + 1, end).indexOf('.') > 0;
            if (named) {
                found.add(new Found(text.substring(start, end), start, end));
            }
            floor = Math.max(sign + 1, end);
            sign = text.indexOf('@', floor);
        }
        return found;
    }

    private static int localStart(String text, int sign, int floor) {
        int start = sign;
        if (sign > floor && text.charAt(sign - 1) == '"') {
            int quote = text.lastIndexOf('"', sign - 2);
            return quote >= floor && sign - quote < 70 ? quote : sign;
        }
        while (start > floor && sign - start < 128 && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < sign && (text.charAt(start) == '.' || text.charAt(start) == '\'')) {
            start++;
        }
        return start;
    }

    private static int hostEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 255 && isHost(text.charAt(end))) {
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
    }
}
