package kz.kezek.mail;

import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Tells Mime4j's tokenizer where a part's boundaries are, by our own reading of its Content-Type. */
final class PartDescriptor implements BodyDescriptorBuilder {

    private final String defaultType;
    private Parameters type = Parameters.read("");

    PartDescriptor() {
        this("text/plain");
    }

    private PartDescriptor(String defaultType) {
        this.defaultType = defaultType;
    }

    @Override
    public void reset() {
        type = Parameters.read("");
    }

    @Override
    public @Nullable Field addField(RawField field) {
        if (type.value().isEmpty() && field.getNameLowerCase().equals("content-type")) {
            type = Parameters.read(MimeTree.value(field));
        }
        return null;
    }

    @Override
    public BodyDescriptor build() {
        String value = type.value().isEmpty() ? defaultType : type.value();
        return new Description(value, type.word("boundary"));
    }

    /** RFC 2046 §5.1.5: the parts of a digest are messages unless they say otherwise. */
    @Override
    public BodyDescriptorBuilder newChild() {
        return new PartDescriptor(type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain");
    }

    /** What Mime4j asks for; it never decodes for us, so charset and encoding stay neutral. */
    private record Description(String type, String boundary) implements BodyDescriptor {
        @Override
        public @Nullable String getBoundary() {
            return boundary.isEmpty() ? null : boundary;
        }

        @Override
        public String getMimeType() {
            return type;
        }

        @Override
        public String getMediaType() {
            int slash = type.indexOf('/');
            return slash < 0 ? type : type.substring(0, slash);
        }

        @Override
        public String getSubType() {
            return type.substring(type.indexOf('/') + 1);
        }

        @Override
        public @Nullable String getCharset() {
            return null;
        }

        @Override
        public String getTransferEncoding() {
            return "8bit";
        }

        @Override
        public long getContentLength() {
            return -1;
        }
    }
}
