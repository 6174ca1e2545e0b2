/**
 * The fault campaign: the program and what it stands on are broken on purpose under load, and then everything is counted.
 * Not part of an ordinary test run: {@code ./kezek check --faults}.
 */
@NullMarked
package kz.kezek.faults;

import org.jspecify.annotations.NullMarked;
