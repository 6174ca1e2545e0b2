package kz.kezek.journal;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an act may not carry into a trail that can never be changed: a whole ИИН or БИН, a key, a token, a password (R36, R37). */
final class Redaction {

    /** Twelve digits, also spaced out; inside hexadecimal digests they are no number of a person. */
    private static final Pattern TWELVE_DIGITS = Pattern.compile(
            "(?<![0-9A-Fa-f])\\p{Nd}(?:[ .\\u00A0-]?\\p{Nd}){7}((?:[ .\\u00A0-]?\\p{Nd}){4})(?![0-9A-Fa-f])");

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    private static final Pattern TOKEN = Pattern.compile("kzk_[A-Za-z0-9_-]{8,}");

    private static final Set<String> SECRETS = Set.of("password", "secret", "token", "private_key");

    private Redaction() {}

    static Act of(Act act) {
        var data = new TreeMap<String, String>();
        act.data().forEach((key, value) -> {
            if (SECRETS.contains(key.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the journal keeps no '" + key + "' (" + act.action() + ")");
            }
            data.put(storable(key), blotted(value));
        });
        return new Act(storable(act.stream()), storable(act.action()), blotted(act.subject()), data);
    }

    private static String blotted(String text) {
        String withoutKeys = PRIVATE_KEY.matcher(storable(text)).replaceAll("[private key]");
        String withoutTokens = TOKEN.matcher(withoutKeys).replaceAll("kzk_…");
        return withoutTokens.chars().filter(Character::isDigit).limit(12).count() < 12
                ? withoutTokens
                : TWELVE_DIGITS.matcher(withoutTokens).replaceAll("********$1");
    }

    /** PostgreSQL refuses NUL and writes a lone surrogate as '?': the hash must be of what is read back. */
    private static String storable(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
