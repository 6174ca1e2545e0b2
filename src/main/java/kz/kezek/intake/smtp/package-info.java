/** The SMTP door: letters as mail servers hand them over. */
@NullMarked
package kz.kezek.intake.smtp;

import org.jspecify.annotations.NullMarked;
