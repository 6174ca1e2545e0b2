/** The command line: picocli subcommands, exit codes, and the way from words typed to the program started. */
@NullMarked
package kz.kezek.cli;

import org.jspecify.annotations.NullMarked;
