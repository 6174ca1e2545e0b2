package kz.kezek.submission;

/**
 * The number before an item: {@code 1)}, {@code (1)}, {@code 1.}, {@code 1 -}, {@code п. 1}, {@code №1:}, {@code 1|}, {@code 4.2)}.
 *
 * @param text the number alone, {@code 4} or {@code 4.2}; empty when the line has none
 * @param end where what it numbers begins
 */
record Marker(String text, int end) {

    private static final Marker NONE = new Marker("", 0);
    private static final String[] PREFIXES = {"пункт ", "п. ", "п.", "№ ", "№", "item ", "тармақ ", "("};

    static Marker at(String folded) {
        int start = 0;
        boolean named = false;
        for (String prefix : PREFIXES) {
            if (folded.startsWith(prefix)) {
                start = prefix.length();
                named = true;
                break;
            }
        }
        int end = digits(folded, start, 2);
        if (end == start) {
            return NONE;
        }
        String number = folded.substring(start, end);
        if (isPoint(folded, end) && digits(folded, end + 1, 1) > end + 1) {
            return part(folded, number, end + 1);
        }
        return closed(folded, number, end, named);
    }

    private static Marker part(String folded, String number, int from) {
        int end = digits(folded, from, 1);
        boolean closed = end < folded.length()
                && (folded.charAt(end) == ')' || folded.charAt(end) == '.' || folded.charAt(end) == ' ');
        if (!closed || isPoint(folded, end) && digits(folded, end + 1, 1) > end + 1) {
            return NONE;
        }
        boolean label = Labels.at(folded, skipSpaces(folded, end + 1)).isPresent();
        boolean sure = folded.charAt(end) == ')' || label;
        return sure ? new Marker(number + "." + folded.substring(from, end), end + 1) : NONE;
    }

    private static Marker closed(String folded, String number, int from, boolean named) {
        int end = skipSpaces(folded, from);
        if (end == folded.length()) {
            return number.length() == 1 ? new Marker(number, end) : NONE;
        }
        char c = folded.charAt(end);
        if (Integer.parseInt(number) == 0 || number.startsWith("0")) {
            return NONE;
        }
        if (c == ')' || c == ']' || c == '|' || c == '\t' || c == '.' && end == from && !isDigitAt(folded, end + 1)) {
            return new Marker(number, skipClosers(folded, end));
        }
        boolean spaced = end > from || end + 1 < folded.length() && folded.charAt(end + 1) == ' ';
        if (number.length() == 1 && spaced && (c == '-' || c == ':')) {
            return new Marker(number, end + 1);
        }
        boolean label = number.length() == 1
                && (end > from || named)
                && Labels.at(folded, end).isPresent();
        return label ? new Marker(number, end) : NONE;
    }

    private static int skipClosers(String folded, int from) {
        int i = from;
        while (i < folded.length() && ").]:|\t ".indexOf(folded.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int skipSpaces(String folded, int from) {
        int i = from;
        while (i < folded.length() && folded.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isDigitAt(String folded, int at) {
        return at < folded.length() && Character.isDigit(folded.charAt(at));
    }

    private static boolean isPoint(String folded, int at) {
        return at < folded.length() && folded.charAt(at) == '.';
    }

    private static int digits(String folded, int from, int most) {
        int end = from;
        while (end < folded.length() && end - from <= most && folded.charAt(end) >= '0' && folded.charAt(end) <= '9') {
            end++;
        }
        return end - from > most ? from : end;
    }
}
