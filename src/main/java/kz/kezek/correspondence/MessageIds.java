package kz.kezek.correspondence;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-IDs of our letters: the letter's own id in sight, so that a bounce or a reply leads back to its row. */
public final class MessageIds {

    /** More than any mail program makes; a longer one would not fit a header line with its folding (RFC 5322 §2.1.1). */
    private static final int LONGEST = 250;

    private static final Pattern SOUND = Pattern.compile("<[!-;=?-~]{1," + (LONGEST - 2) + "}>");
    private static final Pattern OURS =
            Pattern.compile("<letter\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@([^>@]+)>");

    private MessageIds() {}

    /** The Message-ID of the letter, with angle brackets; the same for the same letter and domain, always. */
    public static String of(UUID letterId, String domain) {
        return "<letter." + letterId + "@" + domain.toLowerCase(Locale.ROOT) + ">";
    }

    /** The letter a Message-ID names, if it is one of ours from this domain. */
    public static Optional<UUID> letterId(String messageId, String domain) {
        Matcher ours = OURS.matcher(messageId.strip().toLowerCase(Locale.ROOT));
        boolean matches = ours.matches() && ours.group(2).equalsIgnoreCase(domain);
        return matches ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    /** Whether an id, ours or foreign, may stand in a header: printable ASCII in one pair of brackets, not too long. */
    static boolean sound(String messageId) {
        return SOUND.matcher(messageId).matches();
    }
}
