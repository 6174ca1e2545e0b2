package kz.kezek.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A warning on standard error that does not stop the command. */
final class OneSentence {

    private OneSentence() {}

    /** Says one sentence on standard error, in UTF-8 whatever the terminal's locale. */
    static void warn(String sentence) {
        String line = sentence.replace('\n', ' ').strip();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        err.println(line.endsWith(".") ? line : line + ".");
    }
}
