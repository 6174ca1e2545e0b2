package kz.kezek.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person or a token may do here. An administrator may all that a supervisor may, a supervisor all that a shift lead
 * may, a shift lead all that an agent may; an auditor reads everything and changes nothing.
 */
public enum Role {
    /** Специалист: answers tickets. */
    AGENT,
    /** Старший смены: also distributes them. */
    SHIFT_LEAD,
    /** Руководитель: also answers for the terms, the calendar and the texts. */
    SUPERVISOR,
    /** Администратор: also keeps accounts, tokens and settings. */
    ADMINISTRATOR,
    /** Аудитор: reads. */
    AUDITOR;

    /** Whether whoever has this role may do what the other role may. */
    public boolean includes(Role other) {
        if (this == AUDITOR || other == AUDITOR) {
            return this == other;
        }
        return ordinal() >= other.ordinal();
    }

    /** These roles with all that they include. */
    static Set<Role> withIncluded(Set<Role> roles) {
        var all = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (roles.stream().anyMatch(given -> given.includes(role))) {
                all.add(role);
            }
        }
        return all;
    }
}
