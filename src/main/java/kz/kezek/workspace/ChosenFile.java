package kz.kezek.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that an agent has chosen to send: a picture, a PDF or a plain text, known by its content. What a camera wrote into a
 * picture beside the picture (place, device, owner) is taken out.
 *
 * @param name as it may stand in a letter
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to the storage, compared by nobody
record ChosenFile(String name, String mediaType, byte[] bytes) {

    /** Of one letter: more is refused by many mail servers once it is encoded. */
    static final long LARGEST_TOGETHER = 15L << 20;

    static final int MOST = 10;
    private static final int LONGEST_NAME = 120;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\"<>:|?*]");

    /** The file as it is sent; nothing when it is neither picture nor PDF nor text. */
    static Optional<ChosenFile> read(String sentName, byte[] bytes) {
        String name = name(sentName);
        Optional<PictureType> picture = PictureType.of(bytes);
        if (picture.isPresent()) {
            return Optional.of(new ChosenFile(
                    name, picture.get().mediaType().toString(), PictureMetadata.without(bytes, picture.get())));
        }
        if (isPdf(bytes)) {
            return Optional.of(new ChosenFile(name, "application/pdf", bytes));
        }
        return isText(bytes) ? Optional.of(new ChosenFile(name, "text/plain", bytes)) : Optional.empty();
    }

    static boolean isPdf(byte[] bytes) {
        return bytes.length >= PDF.length
                && ByteBuffer.wrap(bytes, 0, PDF.length).equals(ByteBuffer.wrap(PDF));
    }

    static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    private static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = UNFIT.matcher(last).replaceAll("_").strip();
        String kept = clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
        return kept.isEmpty() ? "file" : kept;
    }
}
