package kz.kezek.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords an agent may choose: length and unguessability, no rules of composition (ASVS 5, 6.2). */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;

    private final Set<String> common = readCommon();

    /** The form that is checked and hashed: the same letters typed on another keyboard give the same password. */
    static String canonical(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    Set<PasswordDefect> defects(String password, String login) {
        String chosen = canonical(password);
        int length = chosen.codePointCount(0, chosen.length());
        String folded = chosen.toLowerCase(Locale.ROOT);
        var defects = EnumSet.noneOf(PasswordDefect.class);
        if (length < SHORTEST) {
            defects.add(PasswordDefect.TOO_SHORT);
        }
        if (length > LONGEST) {
            defects.add(PasswordDefect.TOO_LONG);
        }
        if (common.contains(folded)) {
            defects.add(PasswordDefect.COMMON);
        }
        if (chosen.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            defects.add(PasswordDefect.REPETITIVE);
        }
        if (folded.contains(login)) {
            defects.add(PasswordDefect.CONTAINS_LOGIN);
        }
        return defects;
    }

    private static Set<String> readCommon() {
        try (InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), "common-passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
