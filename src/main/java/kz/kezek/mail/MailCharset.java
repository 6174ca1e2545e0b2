package kz.kezek.mail;

import java.nio.charset.Charset;
import java.util.function.Function;

/** A named way from bytes to text that never fails: what it cannot read becomes U+FFFD. */
record MailCharset(String name, Function<byte[], String> decoding) {

    static MailCharset of(Charset charset) {
        return new MailCharset(charset.name(), bytes -> new String(bytes, charset));
    }

    /** Reads by a table of 256 characters, U+FFFD where a byte means nothing. */
    static MailCharset ofTable(String name, char[] table) {
        return new MailCharset(name, bytes -> {
            char[] text = new char[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                text[i] = table[bytes[i] & 0xFF];
            }
            return new String(text);
        });
    }

    String decode(byte[] bytes) {
        return decoding.apply(bytes);
    }

    boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }
}
