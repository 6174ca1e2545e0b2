/** Kezek, the support desk that keeps its deadlines: one application, packages by feature. */
@NullMarked
package kz.kezek;

import org.jspecify.annotations.NullMarked;
