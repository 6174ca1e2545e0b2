package kz.kezek.ticket;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every record of {@link TicketEvent} by its name, found by walking the sealed hierarchy. */
final class TicketEventTypes {

    static final Map<String, Class<? extends TicketEvent>> BY_NAME = records(TicketEvent.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type.asSubclass(TicketEvent.class)));

    private TicketEventTypes() {}

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TicketEventTypes::records)
                : Stream.of(type);
    }
}
