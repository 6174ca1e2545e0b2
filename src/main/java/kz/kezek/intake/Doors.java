package kz.kezek.intake;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All doors of this node: opened when the program is ready, closed before anything else stops. */
@Component
public class Doors implements SmartLifecycle {

    private final List<Door> doors;
    private volatile boolean running;

    Doors(List<DoorGroup> groups) {
        this.doors = groups.stream()
                .flatMap(group -> group.doors().stream())
                .map(Door.class::cast)
                .toList();
    }

    /** Every door, open or not. */
    public List<Door> all() {
        return doors;
    }

    @Override
    public void start() {
        running = true;
        doors.forEach(Door::start);
    }

    @Override
    public void stop() {
        doors.forEach(Door::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
