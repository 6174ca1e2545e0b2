/**
 * What the desk knows: problems met before and the words by which they are told, instructions that people can follow by
 * themselves, and incidents of the service. Recognition is pure; instructions and incidents are kept in the database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"applicant", "journal"})
package kz.kezek.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
