/**
 * What the agents' and the applicants' pages are both drawn with: texts of a language, addresses of assets, moments in
 * words, and the ribbon that shows why a deadline is what it is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "regulation", "applicant", "sla"})
package kz.kezek.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
