package kz.kezek.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import kz.kezek.storage.InstallationSecrets;
import org.springframework.stereotype.Component;

/** When a form was opened, signed: what is sent back at once, or a day later, was not filled in by a person at this page. */
@Component
class OpenedForms {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final KeyedDigest digest;
    private final PortalSettings settings;
    private final Clock clock;

    OpenedForms(InstallationSecrets secrets, PortalSettings settings, Clock clock) {
        this.digest = new KeyedDigest(secrets.hmacKey("portal-form"));
        this.settings = settings;
        this.clock = clock;
    }

    String now() {
        String second = Long.toString(clock.instant().getEpochSecond());
        return second + "." + seal(second);
    }

    boolean byAPerson(String opened) {
        int dot = opened.indexOf('.');
        if (dot < 1 || dot > 12 || !opened.substring(0, dot).chars().allMatch(Character::isDigit)) {
            return false;
        }
        String second = opened.substring(0, dot);
        long age = clock.instant().getEpochSecond() - Long.parseLong(second);
        boolean ours = MessageDigest.isEqual(
                seal(second).getBytes(StandardCharsets.US_ASCII),
                opened.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours && age >= settings.fewestSeconds() && age <= LONGEST.toSeconds();
    }

    private String seal(String second) {
        return HexFormat.of().formatHex(digest.of(second), 0, 16);
    }
}
