/** HTTP API v1 with its OpenAPI description at {@code /api/v1/openapi.json}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "regulation",
            "applicant",
            "storage",
            "journal",
            "identity",
            "ticket",
            "sla",
            "correspondence",
            "intake"
        })
package kz.kezek.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
