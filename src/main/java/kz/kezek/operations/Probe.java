package kz.kezek.operations;

import java.time.Instant;
import java.util.List;

/** Looks at one side of the service. A look that fails decides nothing about its kind. */
interface Probe {

    /** What it can find. */
    AlarmKind kind();

    /** What is wrong now. */
    List<Finding> look(Instant at);
}
