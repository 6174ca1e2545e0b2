/** The agents' pages: sign-in, queue, ticket, composer. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "drawing",
            "regulation",
            "applicant",
            "submission",
            "storage",
            "journal",
            "identity",
            "ticket",
            "sla",
            "knowledge",
            "correspondence",
            "intake",
            "operations",
            "mail"
        })
package kz.kezek.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
