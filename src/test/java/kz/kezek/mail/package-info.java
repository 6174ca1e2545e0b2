/** Tests of reading letters; fixtures are letters under {@code /mail}, named by what they show. */
@NullMarked
package kz.kezek.mail;

import org.jspecify.annotations.NullMarked;
