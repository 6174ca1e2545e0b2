/** The append-only, hash-chained audit trail, written in the transaction of the change it tells of. */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage"})
package kz.kezek.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
