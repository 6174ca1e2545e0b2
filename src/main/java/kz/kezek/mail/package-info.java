/** A received message as values: ids, addresses, MIME tree, readable text, reply text, attachments; whether it is automatic, a bounce or from a list. Pure: bytes in, values out, no I/O. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kz.kezek.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
