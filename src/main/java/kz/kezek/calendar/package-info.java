/** Business calendar and business time: hours, breaks, holidays, moved, short and working days, versions; a deadline and its explanation. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kz.kezek.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
