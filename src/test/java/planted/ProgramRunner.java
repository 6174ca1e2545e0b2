package planted;

import java.io.IOException;

/** Starts other programs. */
public final class ProgramRunner {

    public Process run() throws IOException {
        return new ProcessBuilder("true").start();
    }
}
