/** The demonstration: realistic letters sent through the real door, and a mail server that shows what was sent out. */
@NullMarked
package kz.kezek.demo;

import org.jspecify.annotations.NullMarked;
