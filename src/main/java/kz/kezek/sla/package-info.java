/** The clocks C0–C3 as a pure function of a ticket's events and the calendar; warnings, reminders, breaches, expiry. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "calendar", "regulation", "journal", "storage", "applicant"})
package kz.kezek.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
