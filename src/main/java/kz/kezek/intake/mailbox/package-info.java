/** The doors that fetch: mailboxes by IMAP and POP3. Only the wire is spoken here; no letter is read. */
@NullMarked
@NamedInterface("mailbox")
package kz.kezek.intake.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
