/** Who writes to us: {@code Iin}, {@code Bin}, names, addresses, language, masking. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kz.kezek.applicant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
