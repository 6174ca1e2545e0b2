package kz.kezek.drawing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.kezek.calendar.BusinessTime;
import kz.kezek.calendar.Explanation;
import kz.kezek.calendar.Span;
import kz.kezek.drawing.RibbonView.Kind;

/**
 * An explanation cut at the present moment and laid along the ribbon. Working time has its true proportions; standing time,
 * mostly nights many times as long, is drawn narrow; of more than three days those in the middle are drawn as one.
 */
final class RibbonStretches {

    private static final int MOST_DAYS = 3;
    private static final double STANDING_SHARE = 0.08;
    private static final double FOLDED = 0.3;
    private static final double AHEAD = 0.06;

    private final Moments moments;
    private final List<Piece> pieces = new ArrayList<>();

    private RibbonStretches(Moments moments) {
        this.moments = moments;
    }

    /**
     * A stretch in its place.
     *
     * @param seconds that counted, or stood still
     * @param days how many days were folded into it; 0 when it is of one day
     * @param span what it is a part of; empty when days were folded
     */
    record Stretch(
            Kind kind,
            Instant from,
            Instant to,
            long seconds,
            int days,
            Optional<Span> span,
            double at,
            double width) {}

    private record Piece(Kind kind, Instant from, Instant to, long seconds, int days, Optional<Span> span) {}

    static List<Stretch> of(Explanation explanation, Instant now, BusinessTime overdue, Moments moments) {
        var stretches = new RibbonStretches(moments);
        explanation.spans().forEach(span -> stretches.cut(span, now));
        stretches.fold(now, explanation.dueAt());
        if (!overdue.isZero()) {
            stretches.pieces.add(
                    new Piece(Kind.OVERDUE, explanation.dueAt(), now, overdue.seconds(), 0, Optional.empty()));
        }
        return stretches.laid(explanation);
    }

    /** Where an instant lies along the ribbon. */
    static double place(List<Stretch> stretches, Instant at) {
        for (Stretch stretch : stretches) {
            if (!at.isAfter(stretch.to())) {
                long whole = Math.max(
                        1, stretch.to().getEpochSecond() - stretch.from().getEpochSecond());
                long passed = Math.max(0, at.getEpochSecond() - stretch.from().getEpochSecond());
                return stretch.at() + stretch.width() * passed / whole;
            }
        }
        return stretches.getLast().at() + stretches.getLast().width();
    }

    private void cut(Span span, Instant now) {
        if (!span.counts()) {
            add(Kind.STANDING, span, span.from(), span.to());
            return;
        }
        Instant present = now.isBefore(span.from()) ? span.from() : now.isAfter(span.to()) ? span.to() : now;
        if (present.isAfter(span.from())) {
            add(Kind.COUNTED, span, span.from(), present);
        }
        if (present.isBefore(span.to())) {
            add(Kind.LEFT, span, present, span.to());
        }
    }

    private void add(Kind kind, Span span, Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        pieces.add(new Piece(kind, from, to, seconds, 0, Optional.of(span)));
    }

    private void fold(Instant now, Instant due) {
        Set<LocalDate> worked = new TreeSet<>();
        pieces.stream().filter(piece -> piece.kind != Kind.STANDING).forEach(piece -> worked.add(day(piece)));
        if (worked.size() <= MOST_DAYS) {
            return;
        }
        Set<LocalDate> kept =
                Set.copyOf(List.of(day(pieces.getFirst()), moments.local(now), moments.local(due)).stream()
                        .distinct()
                        .toList());
        List<Piece> all = List.copyOf(pieces);
        pieces.clear();
        List<Piece> run = new ArrayList<>();
        for (Piece piece : all) {
            boolean working = piece.kind != Kind.STANDING;
            boolean foreign = working && !run.isEmpty() && run.getFirst().kind != piece.kind;
            if (working && (kept.contains(day(piece)) || foreign)) {
                flush(run);
            }
            if (working && kept.contains(day(piece)) || (run.isEmpty() && !working)) {
                pieces.add(piece);
            } else {
                run.add(piece);
            }
        }
        flush(run);
    }

    /** Adds a run of whole days as one piece; standing time at its end keeps its own place. */
    private void flush(List<Piece> run) {
        List<Piece> tail = new ArrayList<>();
        while (!run.isEmpty() && run.getLast().kind == Kind.STANDING) {
            tail.addFirst(run.removeLast());
        }
        List<Piece> working =
                run.stream().filter(piece -> piece.kind != Kind.STANDING).toList();
        if (working.size() < 2) {
            pieces.addAll(run);
        } else {
            long seconds = working.stream().mapToLong(Piece::seconds).sum();
            int days = (int) working.stream().map(this::day).distinct().count();
            pieces.add(new Piece(
                    working.getFirst().kind, run.getFirst().from, run.getLast().to, seconds, days, Optional.empty()));
        }
        pieces.addAll(tail);
        run.clear();
    }

    private LocalDate day(Piece piece) {
        return moments.local(piece.from);
    }

    private List<Stretch> laid(Explanation explanation) {
        double counted = Math.max(1, explanation.counted().seconds());
        double whole =
                pieces.stream().mapToDouble(piece -> weight(piece, counted)).sum() * (1 + AHEAD);
        List<Stretch> laid = new ArrayList<>();
        double at = 0;
        for (Piece piece : pieces) {
            double width = weight(piece, counted) / whole;
            laid.add(new Stretch(piece.kind, piece.from, piece.to, piece.seconds, piece.days, piece.span, at, width));
            at += width;
        }
        return laid;
    }

    private static double weight(Piece piece, double counted) {
        return switch (piece.kind) {
            case STANDING -> counted * STANDING_SHARE;
            case OVERDUE -> Math.min(piece.seconds, counted / 2);
            case COUNTED, LEFT, AHEAD -> piece.days > 0 ? Math.min(piece.seconds, counted * FOLDED) : piece.seconds;
        };
    }
}
