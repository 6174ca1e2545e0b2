/** Files of letters: mbox and Maildir. Bytes in, letters out; where they go is not known here. */
@NullMarked
@NamedInterface("archive")
package kz.kezek.intake.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
