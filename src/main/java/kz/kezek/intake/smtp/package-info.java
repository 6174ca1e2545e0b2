/** The SMTP door: letters as mail servers hand them over. */
@NullMarked
@NamedInterface("smtp")
package kz.kezek.intake.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
