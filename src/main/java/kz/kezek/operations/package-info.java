/** Watches over the service itself: alarms that begin and end, each told once, in health, metrics, on the pages and by letter. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "regulation", "applicant", "storage", "ticket", "correspondence", "intake"})
package kz.kezek.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
