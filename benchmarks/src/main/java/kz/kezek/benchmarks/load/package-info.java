/**
 * Loads an installation as a day of work would, only faster: letters of {@link kz.kezek.benchmarks.load.LetterMix} through
 * real SMTP into a program of its own with a data folder of its own, and what that costs. {@code ./kezek bench} begins here.
 */
package kz.kezek.benchmarks.load;
