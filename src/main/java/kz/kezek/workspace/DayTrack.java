package kz.kezek.workspace;

import java.util.List;
import java.util.Optional;
import kz.kezek.drawing.Position;
import kz.kezek.drawing.Position.Anchor;

/** Today's deadlines along the working day. The picture is decoration; the words above it say the same. */
public record DayTrack(Totals totals, Optional<Busiest> busiest, Optional<Now> now, List<Hour> hours, List<Pin> pins) {

    /** How many deadlines today, how many of them broken and at risk, how many later. */
    public record Totals(int today, int breached, int atRisk, int later) {}

    /** The hour in which most deadlines fall. */
    public record Busiest(String from, String to, int count) {}

    /** Where the working day stands now. */
    public record Now(Position at, String time) {}

    /** A full hour on the track; those too near to now have no label. */
    public record Hour(Position at, String label, Anchor anchor, boolean odd) {}

    /** One deadline: a way to its ticket. */
    public record Pin(Position at, SlaView.State state, TicketLink ticket, String time) {

        /** Urgent pins stand taller. */
        public int height() {
            return state == SlaView.State.BREACHED || state == SlaView.State.AT_RISK ? 26 : 20;
        }
    }
}
