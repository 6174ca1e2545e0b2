/** The applicants' pages: rules, request form, status by secure link, instructions, service; in Kazakh, Russian and English. */
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
            "ticket",
            "sla",
            "correspondence",
            "intake",
            "mail",
            "knowledge"
        })
package kz.kezek.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
