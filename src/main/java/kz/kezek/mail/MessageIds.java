package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/** Message ids out of Message-ID, In-Reply-To and References (RFC 5322 §3.6.4), without angle brackets; other words there are left out. */
final class MessageIds {

    private static final int MOST = 1000;

    private MessageIds() {}

    static List<String> read(String value) {
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        while (open >= 0 && ids.size() < MOST) {
            int close = value.indexOf('>', open);
            int end = close < 0 ? value.length() : close;
            add(ids, value.substring(open + 1, end));
            open = value.indexOf('<', end);
        }
        if (ids.isEmpty()) {
            for (String word : value.trim().split("\\s+")) {
                if (word.indexOf('@') > 0 && ids.size() < MOST) {
                    add(ids, word);
                }
            }
        }
        return ids;
    }

    /** The one id of a Message-ID field; a bare word is taken as it stands. */
    static String single(String value) {
        List<String> ids = read(value);
        return ids.isEmpty() ? CleanText.line(value).replace(" ", "") : ids.getFirst();
    }

    private static void add(List<String> ids, String text) {
        String id = CleanText.line(text).replace(" ", "");
        if (!id.isEmpty()) {
            ids.add(id);
        }
    }
}
