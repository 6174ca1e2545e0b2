package kz.kezek.regulation;

/** The file of the rules cannot be read. One sentence that names the file and the key. */
public final class RegulationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegulationException(String message) {
        super(message);
    }
}
