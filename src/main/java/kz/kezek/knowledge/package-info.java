/** Instructions, canned answers, known problems and their recognition. Here: the problems known and the words by which they are told. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"applicant"})
package kz.kezek.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
