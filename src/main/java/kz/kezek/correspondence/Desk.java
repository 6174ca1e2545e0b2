package kz.kezek.correspondence;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import kz.kezek.applicant.Language;

/**
 * What every letter says of the service that sends it (R1, R24, R25).
 *
 * @param address where applicants write
 * @param names the service's name as sender, by language; a language without one takes the name in {@code letters/common.*}
 * @param hours when people work, Astana time
 * @param phone the call centre
 * @param terms the terms the texts name
 */
public record Desk(Recipient address, Map<Language, String> names, Hours hours, String phone, Terms terms) {

    public Desk {
        names = Map.copyOf(names);
    }

    /** Opening hours of a working day. */
    public record Hours(LocalTime opens, LocalTime closes) {}

    /**
     * Terms named in letters.
     *
     * @param replyHours working hours the applicant has to reply to a Запрос (R23)
     * @param answerDays working days we have after that reply (R22)
     * @param reopenDays working days in which a reply to an Answer reopens the ticket (A13)
     */
    public record Terms(int replyHours, int answerDays, int reopenDays) {}

    /** The name as sender, if the service has set its own. */
    Optional<String> name(Language language) {
        return Optional.ofNullable(names.get(language));
    }

    String domain() {
        return address.address().substring(address.address().lastIndexOf('@') + 1);
    }
}
