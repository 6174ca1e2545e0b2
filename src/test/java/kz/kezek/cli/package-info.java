/** Tests of the command line. */
@NullMarked
package kz.kezek.cli;

import org.jspecify.annotations.NullMarked;
