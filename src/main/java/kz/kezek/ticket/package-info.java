/** Обращение: number, states and the only steps between them, assignment, information requests, answers, notes, events. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "submission",
            "applicant",
            "identity",
            "journal",
            "storage",
            "mail",
            "regulation",
            "calendar"
        })
package kz.kezek.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
