/** HTTP API v1 with its OpenAPI description. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "regulation",
            "applicant",
            "submission",
            "storage",
            "journal",
            "identity",
            "ticket",
            "sla",
            "correspondence",
            "intake",
            "mail"
        })
package kz.kezek.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
