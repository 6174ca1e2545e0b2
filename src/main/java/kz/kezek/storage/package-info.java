/** Where bytes live: the embedded or external PostgreSQL, and blobs by the hash of their content. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kz.kezek.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
