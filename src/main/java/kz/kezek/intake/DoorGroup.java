package kz.kezek.intake;

import java.util.List;

/** Doors of one kind, as many as are configured. */
public interface DoorGroup {

    /** Each of them, the same objects at every call. */
    List<? extends Door> doors();
}
