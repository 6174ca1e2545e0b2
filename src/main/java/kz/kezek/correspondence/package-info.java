/** Letters to applicants: texts in three languages, threading, the outbox, delivery, bounces. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "ticket",
            "knowledge",
            "sla",
            "mail",
            "storage",
            "journal",
            "submission",
            "regulation",
            "applicant",
            "calendar",
            "identity"
        })
package kz.kezek.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
