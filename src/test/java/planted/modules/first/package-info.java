/** Declares that it uses nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.modules.first;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
