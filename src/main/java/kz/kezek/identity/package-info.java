/** Who works here: agents, roles, sign-in, sessions, API tokens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "storage", "applicant"})
package kz.kezek.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
