package kz.kezek.mail;

import java.util.List;

/** The phrases of {@code quote-phrases.txt}, read once. */
final class QuotePhrases {

    private static final Phrases PHRASES = Phrases.of("quote-phrases.txt");

    private QuotePhrases() {}

    static List<String> under(String heading) {
        return PHRASES.under(heading);
    }
}
