package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One part of a letter as it was cut out: its header fields, its raw body or its sub-parts. Mutable only while {@link MimeTree} builds it. */
final class MimePart {

    private static final byte[] NOTHING = {};

    /** A header field: the name in lower case, the unfolded value as a "latin" string, one char a byte. */
    record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<MimePart> children = new ArrayList<>();
    private final String defaultType;
    private byte[] body = NOTHING;
    private byte[] preamble = NOTHING;
    private byte[] epilogue = NOTHING;
    private Parameters type = Parameters.read("");
    private Parameters disposition = Parameters.read("");

    MimePart(String defaultType) {
        this.defaultType = defaultType;
    }

    void add(Field field) {
        fields.add(field);
        if (field.name().equals("content-type") && type.value().isEmpty()) {
            type = Parameters.read(field.value());
        } else if (field.name().equals("content-disposition")
                && disposition.value().isEmpty()) {
            disposition = Parameters.read(field.value());
        }
    }

    void add(MimePart child) {
        children.add(child);
    }

    void body(byte[] raw) {
        body = raw;
    }

    void preamble(byte[] raw) {
        preamble = raw;
    }

    void epilogue(byte[] raw) {
        epilogue = raw;
    }

    /** A multipart in which no boundary was found is all preamble: read as text, nothing is lost. */
    void asTextIfUncut() {
        if (children.isEmpty()) {
            body = preamble;
            type = Parameters.read("text/plain");
        }
    }

    List<Field> fields() {
        return fields;
    }

    List<MimePart> children() {
        return children;
    }

    byte[] rawBody() {
        return body;
    }

    byte[] preamble() {
        return preamble;
    }

    /** What stands behind the last boundary; no content, unless the boundary came too early (RFC 2046 §5.1.1). */
    byte[] epilogue() {
        return epilogue;
    }

    /** The first value of a field by its lower-case name, empty when missing. */
    String field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return "";
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The media type, RFC 2045 §5.2's default when none is given or it is no type at all. */
    String mediaType() {
        String value = type.value();
        if (value.isEmpty() && isAttachment()) {
            return "application/octet-stream"; // a file of unknown kind is not to be shown as text
        }
        int slash = value.indexOf('/');
        if (slash > 0 && slash < value.length() - 1) {
            return value;
        }
        return value.equals("text") || value.isEmpty() || slash < 0 ? defaultType : "application/octet-stream";
    }

    Parameters type() {
        return type;
    }

    Parameters disposition() {
        return disposition;
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    boolean isText() {
        return mediaType().startsWith("text/");
    }

    String charset() {
        return type.word("charset");
    }

    /** The body without its transfer encoding. */
    byte[] decodedBody() {
        return TransferEncoding.decode(body, field("content-transfer-encoding"), mediaType());
    }

    /** Whether the body is not in the encoding its header declares: then it is kept as it came (RFC 2045 §6.4). */
    boolean isUndecodable() {
        return TransferEncoding.undecodable(body, field("content-transfer-encoding"), mediaType());
    }

    String contentId() {
        return MessageIds.single(field("content-id"));
    }

    /** The declared file name, cleaned; Content-Disposition goes before Content-Type (RFC 2183 §2.3). */
    String fileName(HeaderDecoder decoder) {
        String name = disposition.text("filename", decoder);
        if (name.isEmpty()) {
            name = disposition.text("name", decoder);
        }
        if (name.isEmpty()) {
            name = type.text("name", decoder);
        }
        return FileNames.clean(name.isEmpty() ? type.text("filename", decoder) : name);
    }

    boolean hasName() {
        return !(disposition.word("filename") + disposition.word("name") + type.word("name")).isEmpty();
    }

    boolean isAttachment() {
        return disposition.value().toLowerCase(Locale.ROOT).startsWith("attachment");
    }
}
