/** The rules in force as typed values, read from {@code regulation/sk.yaml}: address, code, template, terms, hours, choices. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar"})
package kz.kezek.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
