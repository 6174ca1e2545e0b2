package kz.kezek.mail;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Date fields (RFC 5322 §3.3 with the obsolete forms) and what else programs write there: asctime order, ISO 8601, zone
 * names, two-digit years, missing weekdays, seconds or zones (then UTC).
 */
final class DateReader {

    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("z", 0),
            Map.entry("wet", 0),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("met", 60),
            Map.entry("west", 60),
            Map.entry("cest", 120),
            Map.entry("mest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("msd", 240),
            Map.entry("yekt", 300),
            Map.entry("aqtt", 300),
            Map.entry("qyzt", 360),
            Map.entry("almt", 360),
            Map.entry("novt", 420),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("hkt", 480),
            Map.entry("sgt", 480),
            Map.entry("aest", 600),
            Map.entry("aedt", 660),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780),
            Map.entry("hst", -600));

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int hour;
    private int minute;
    private int second;
    private boolean timed;
    private int offset;
    private boolean zoned;

    private DateReader() {}

    static Optional<OffsetDateTime> read(String text) {
        DateReader reader = new DateReader();
        for (String token : reader.tokens(text.length() > LONGEST ? text.substring(0, LONGEST) : text)) {
            reader.take(token);
        }
        return reader.result();
    }

    /** Words without comments; the T of ISO 8601 counts as a blank. */
    private String[] tokens(String text) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth <= 0) {
                boolean isoT = c == 'T'
                        && i > 0
                        && i + 1 < text.length()
                        && Character.isDigit(text.charAt(i - 1))
                        && Character.isDigit(text.charAt(i + 1));
                plain.append(isoT || c == ',' || c == '"' || c < ' ' ? ' ' : c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return plain.toString().trim().split(" +");
    }

    private void take(String token) {
        String word = token.toLowerCase(Locale.ROOT);
        if (word.indexOf(':') > 0 && Character.isDigit(word.charAt(0)) && !timed) {
            time(word);
        } else if (word.startsWith("+") || word.startsWith("-") && word.length() > 2) {
            offset(word);
        } else if (word.indexOf('-') > 0 || word.indexOf('/') > 0) {
            dashed(word);
        } else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            number(word);
        } else {
            name(word);
        }
    }

    private void time(String word) {
        int zone = Math.max(word.indexOf('+'), word.indexOf('-'));
        if (zone > 0) {
            offset(word.substring(zone));
        } else if (word.endsWith("z")) {
            zoned = true;
        }
        String clock = zone > 0 ? word.substring(0, zone) : word;
        String[] fields = clock.split(":", -1);
        if (fields.length < 2) {
            return;
        }
        hour = leadingNumber(fields[0]);
        minute = leadingNumber(fields[1]);
        second = fields.length > 2 ? Math.min(59, Math.max(0, leadingNumber(fields[2]))) : 0;
        timed = true;
        meridiem(clock);
    }

    private void meridiem(String word) {
        if (word.endsWith("pm") && hour < 12) {
            hour += 12;
        } else if (word.endsWith("am") && hour == 12) {
            hour = 0;
        }
    }

    private void offset(String word) {
        int zone = Math.max(word.indexOf('+'), word.indexOf('-'));
        if (zoned && offset != 0 || zone < 0) {
            return;
        }
        String digits = word.substring(zone + 1).replace(":", "");
        int value = leadingNumber(digits);
        if (value < 0) {
            return;
        }
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        offset = word.charAt(zone) == '-' ? -minutes : minutes;
        zoned = true;
    }

    /** 6-Jan-2025, 2025-01-06, or GMT+0300. */
    private void dashed(String word) {
        if (Character.isLetter(word.charAt(0))) {
            offset(word);
            return;
        }
        String[] fields = word.split("[-/]", -1);
        if (fields.length == 3 && fields[0].length() == 4) {
            year = leadingNumber(fields[0]);
            month = leadingNumber(fields[1]);
            day = leadingNumber(fields[2]);
        } else {
            for (String field : fields) {
                take(field);
            }
        }
    }

    private void number(String word) {
        int value = leadingNumber(word);
        if (day < 0 && word.length() <= 2 && value <= 31) {
            day = value;
        } else if (year < 0 && value >= 0) {
            year = word.length() >= 4 ? value : value + (word.length() == 2 && value < 50 ? 2000 : 1900);
        }
    }

    private void name(String word) {
        int index = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
        Integer zone = ZONES.get(word);
        if (index >= 0 && month < 0) {
            month = index + 1;
        } else if (zone != null && !zoned) {
            offset = zone;
            zoned = true;
        } else {
            meridiem(word);
        }
    }

    private static int leadingNumber(String text) {
        int value = 0;
        int i = 0;
        while (i < text.length() && i < 6 && Character.isDigit(text.charAt(i))) {
            value = value * 10 + Character.digit(text.charAt(i++), 10);
        }
        return i == 0 ? -1 : value;
    }

    private Optional<OffsetDateTime> result() {
        if (day < 0 || month < 0 || year < 0) {
            return Optional.empty();
        }
        int zone = Math.abs(offset) > 18 * 60 ? 0 : offset;
        try {
            ZoneOffset at = ZoneOffset.ofTotalSeconds(zone * 60);
            return Optional.of(OffsetDateTime.of(year, month, day, hour, minute, second, 0, at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
