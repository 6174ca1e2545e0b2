package kz.kezek.applicant;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in the form of E.164, {@code +77011234567}; without a country it is one of Kazakhstan. */
public record PhoneNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("\\+\\d{7,15}");
    private static final Pattern OF_THE_COUNTRY = Pattern.compile("(?:\\+?7|8)?(7\\d{9})");
    private static final Pattern GROUPS = Pattern.compile("\\+7(\\d{3})(\\d{3})(\\d{2})(\\d{2})");

    /** @throws IllegalArgumentException when it is not in the form of E.164: a caller's bug, since typed text goes through {@link #of} */
    public PhoneNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a telephone number: " + digits.length() + " characters");
        }
    }

    /** The number as people write it: {@code 8 701 123-45-67}, {@code +7 (701) 1234567}, {@code 7011234567}. */
    public static Optional<PhoneNumber> of(String written) {
        String bare = written.replaceAll("[\\s().–-]", "");
        var home = OF_THE_COUNTRY.matcher(bare);
        if (home.matches()) {
            return Optional.of(new PhoneNumber("+7" + home.group(1)));
        }
        return Optional.of(bare).filter(FORM.asMatchPredicate()).map(PhoneNumber::new);
    }

    /** In groups, {@code +7 701 123 45 67}; of another country as it is. */
    public String shown() {
        return GROUPS.matcher(digits).replaceFirst("+7 $1 $2 $3 $4");
    }

    /** Its last two digits only: a log line or an exception never carries a number (R36). */
    @Override
    public String toString() {
        return "…" + digits.substring(digits.length() - 2);
    }
}
