/** The prescribed form: subject and five items (nine facts) become a {@code Submission} with every {@code Defect} in it, each with its quotation. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"regulation", "applicant", "mail"})
package kz.kezek.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
