/** The doors by which letters come, and the custody ledger: every letter offered has one row and exactly one fate. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "mail",
            "submission",
            "ticket",
            "correspondence",
            "storage",
            "journal",
            "regulation",
            "applicant",
            "sla",
            "calendar"
        })
package kz.kezek.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
