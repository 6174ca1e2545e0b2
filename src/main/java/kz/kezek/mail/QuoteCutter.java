package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts quotations, signatures and "sent from" lines off a reply, so that what the writer says now is left. Works line by
 * line on plain rules of the mail clients; each line is looked at a bounded number of times, and at most a bounded number
 * of lines, so that no text takes long. When nothing would be left, everything is.
 */
final class QuoteCutter {

    private static final int MOST_LINES = 20_000;
    private static final int SIGNATURE_LINES = 8;
    private static final int FIELDS_OF_A_HEADER = 3;

    private final List<String> lines = new ArrayList<>();
    private final List<ReplyLine> kinds = new ArrayList<>();

    private QuoteCutter(String text) {
        String[] raw = withoutPgp(text).split("\n", MOST_LINES);
        boolean code = false;
        int i = 0;
        while (i < raw.length) {
            boolean fence = raw[i].startsWith("```");
            int attribution = code || fence ? 0 : Attribution.linesAt(raw, i);
            if (attribution > 0) {
                add(raw[i], raw[i].strip().startsWith(">") ? ReplyLine.QUOTE : ReplyLine.ATTRIBUTION);
                i += attribution;
            } else {
                add(raw[i], code || fence ? ReplyLine.TEXT : ReplyLine.of(raw[i]));
                code ^= fence;
                i++;
            }
        }
    }

    /** RFC 9580 §7: the armor head of a clear-signed text; its signature is cut like a forward. */
    private static String withoutPgp(String text) {
        String head = "-----BEGIN PGP SIGNED MESSAGE-----";
        int start = text.indexOf(head);
        int end = start < 0 ? -1 : text.indexOf("\n\n", start);
        return end < 0 ? text : text.substring(0, start) + text.substring(end + 2);
    }

    static String cut(String text) {
        QuoteCutter cutter = new QuoteCutter(text);
        cutter.settleHeaders();
        cutter.cutForwarded();
        cutter.cutSignature();
        cutter.cutAttributed();
        cutter.cutEnd();
        String reply = cutter.text();
        return reply.isBlank() ? text.strip() : reply;
    }

    private void add(String line, ReplyLine kind) {
        lines.add(line);
        kinds.add(kind);
    }

    private void keep(int from, int to) {
        List<String> keptLines = new ArrayList<>(lines.subList(from, to));
        List<ReplyLine> keptKinds = new ArrayList<>(kinds.subList(from, to));
        lines.clear();
        kinds.clear();
        lines.addAll(keptLines);
        kinds.addAll(keptKinds);
    }

    /** A block of header fields that clients print above the quoted letter begins a forward; single fields are text. */
    private void settleHeaders() {
        int i = 0;
        while (i < kinds.size()) {
            if (kinds.get(i) != ReplyLine.HEADER) {
                i++;
                continue;
            }
            int end = i;
            int fields = 0;
            int strangers = 0;
            while (end < kinds.size()
                    && strangers <= 2
                    && (kinds.get(end) == ReplyLine.HEADER || fields > 0 && goesOn(end))) {
                boolean field = kinds.get(end) == ReplyLine.HEADER;
                fields += field ? 1 : 0;
                strangers = field ? 0 : strangers + 1;
                end++;
            }
            kinds.set(i, fields >= FIELDS_OF_A_HEADER ? ReplyLine.FORWARD : ReplyLine.TEXT);
            for (int j = i + 1; j < end && fields < FIELDS_OF_A_HEADER; j++) {
                kinds.set(j, kinds.get(j) == ReplyLine.HEADER ? ReplyLine.TEXT : kinds.get(j));
            }
            i = Math.max(i + 1, end);
        }
    }

    /** Long addressee lists wrap, and HTML puts empty lines between the fields. */
    private boolean goesOn(int at) {
        ReplyLine kind = kinds.get(at);
        return kind == ReplyLine.EMPTY
                || kind == ReplyLine.TEXT && lines.get(at).length() < 200;
    }

    private void cutForwarded() {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == ReplyLine.FORWARD) {
                if (textBefore(i)) {
                    keep(0, i);
                }
                return;
            }
        }
    }

    /**
     * "-- " ends the letter (RFC 3676 §4.3). A rule or a "sent from" line does when it stands apart and only a few lines
     * follow: a rule right under text underlines it.
     */
    private void cutSignature() {
        for (int i = 0; i < kinds.size(); i++) {
            boolean apart = i > 0 && kinds.get(i - 1) != ReplyLine.TEXT;
            boolean mark = switch (kinds.get(i)) {
                case SIGNATURE -> true;
                case RULE -> apart && textLinesFrom(i) <= SIGNATURE_LINES;
                case SENT_FROM -> apart && alone(i) && textLinesFrom(i) <= SIGNATURE_LINES;
                case EMPTY, TEXT, QUOTE, ATTRIBUTION, HEADER, FORWARD -> false;
            };
            if (mark && textBefore(i)) {
                keep(0, i);
                return;
            }
        }
    }

    private boolean alone(int index) {
        return index + 1 >= kinds.size() || kinds.get(index + 1) != ReplyLine.TEXT;
    }

    private int textLinesFrom(int start) {
        int count = 0;
        for (int i = start; i < kinds.size() && count <= SIGNATURE_LINES; i++) {
            count += kinds.get(i) == ReplyLine.TEXT ? 1 : 0;
        }
        return count;
    }

    /**
     * An attribution behind text, without an answer below its quotation, ends the reply. In front of all text it is an
     * answer below: the quotation goes. With answers between the quotations only the attributions go.
     */
    private void cutAttributed() {
        int first = kinds.indexOf(ReplyLine.ATTRIBUTION);
        if (first < 0) {
            return;
        }
        int behindQuote = first + 1;
        boolean quote = false;
        while (behindQuote < kinds.size()
                && (kinds.get(behindQuote) == ReplyLine.QUOTE || kinds.get(behindQuote) == ReplyLine.EMPTY)) {
            quote = quote || kinds.get(behindQuote) == ReplyLine.QUOTE;
            behindQuote++;
        }
        boolean answered = quote && textLinesFrom(behindQuote) > 0;
        if (textBefore(first)) {
            keepUnlessAnswered(first, answered);
        } else if (answered && !kinds.subList(behindQuote, kinds.size()).contains(ReplyLine.QUOTE)) {
            keep(behindQuote, kinds.size());
        }
        dropAttributions();
    }

    private void keepUnlessAnswered(int first, boolean answered) {
        if (!answered) {
            keep(0, first);
        }
    }

    private void dropAttributions() {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            if (kinds.get(i) == ReplyLine.ATTRIBUTION) {
                kinds.set(i, ReplyLine.EMPTY);
                lines.set(i, "");
            }
        }
    }

    /** Quotations, rules and "sent from" lines with nothing said behind them. */
    private void cutEnd() {
        int end = kinds.size();
        while (end > 0 && kinds.get(end - 1) != ReplyLine.TEXT) {
            end--;
        }
        if (end > 0) {
            keep(0, end);
        }
    }

    private boolean textBefore(int index) {
        return kinds.subList(0, index).contains(ReplyLine.TEXT);
    }

    private String text() {
        return String.join("\n", lines).strip();
    }
}
