package kz.kezek.intake.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The header by which a load balancer tells whom it connects (PROXY protocol, versions 1 and 2). */
final class ProxyHeader {

    private static final byte[] SECOND_VERSION = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};
    private static final int LONGEST_FIRST = 107;
    private static final int LONGEST_SECOND = 4096;

    private ProxyHeader() {}

    /**
     * Reads it. Nothing when the balancer speaks for itself, as in a check of health.
     *
     * @throws IOException when this is no such header
     */
    static Optional<InetAddress> read(SmtpWire wire) throws IOException {
        int first = wire.read();
        return first == SECOND_VERSION[0] ? second(wire) : first(wire, first);
    }

    private static Optional<InetAddress> first(SmtpWire wire, int start) throws IOException {
        var line = new StringBuilder().append((char) start);
        while (line.charAt(line.length() - 1) != '\n') {
            if (line.length() > LONGEST_FIRST) {
                throw new IOException("no PROXY header");
            }
            line.append((char) wire.read());
        }
        String[] words = line.toString().strip().split(" ", -1);
        if (!words[0].equals("PROXY") || words.length < 2) {
            throw new IOException("no PROXY header");
        }
        if (words[1].equals("UNKNOWN")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(words.length > 2 ? words[2] : ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("no address in the PROXY header", e);
        }
    }

    private static Optional<InetAddress> second(SmtpWire wire) throws IOException {
        byte[] signature = new byte[SECOND_VERSION.length];
        signature[0] = SECOND_VERSION[0];
        for (int i = 1; i < signature.length; i++) {
            signature[i] = (byte) wire.read();
        }
        int command = wire.read();
        int family = wire.read() >> 4;
        int length = wire.read() << 8 | wire.read();
        if (!Arrays.equals(signature, SECOND_VERSION) || command >> 4 != 2 || length > LONGEST_SECOND) {
            throw new IOException("no PROXY header");
        }
        byte[] addresses = new byte[length];
        for (int i = 0; i < length; i++) {
            addresses[i] = (byte) wire.read();
        }
        int width = family == 1 ? 4 : family == 2 ? 16 : 0;
        if ((command & 0xf) == 0 || width == 0) {
            return Optional.empty();
        }
        if (length < 2 * width) {
            throw new IOException("no address in the PROXY header");
        }
        return Optional.of(InetAddress.getByAddress(Arrays.copyOf(addresses, width)));
    }
}
