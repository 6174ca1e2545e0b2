package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.kezek.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** What the form of a step brings. */
record StepForm(
        @Nullable String number,
        @Nullable Long agent,
        @Nullable List<Long> letters,
        @Nullable String address,
        @Nullable Boolean otherApplicant,
        @Nullable String idempotencyKey) {

    private static final int LONGEST = 320;
    private static final int LONGEST_KEY = 100;

    static StepForm empty() {
        return new StepForm(null, null, null, null, null, null);
    }

    String typedNumber() {
        return kept(number);
    }

    Optional<TicketNumber> ticket() {
        return TicketNumber.read(typedNumber());
    }

    String typedAddress() {
        return kept(address);
    }

    List<Long> chosenLetters() {
        return letters == null ? List.of() : letters.stream().distinct().toList();
    }

    Optional<Long> chosenAgent() {
        return Optional.ofNullable(agent);
    }

    boolean confirmed() {
        return Boolean.TRUE.equals(otherApplicant);
    }

    /** The key of this form; a new one for a form that came without. */
    String key() {
        String given = idempotencyKey == null ? "" : idempotencyKey.replace("\0", "");
        return given.isBlank() || given.length() > LONGEST_KEY
                ? UUID.randomUUID().toString()
                : given;
    }

    private static String kept(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\0", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
