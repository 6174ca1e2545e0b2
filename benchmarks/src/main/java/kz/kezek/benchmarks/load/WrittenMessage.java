package kz.kezek.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/** Writes a message as different mail programs do: the transfer encoding of each text is drawn by lot. */
final class WrittenMessage {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();
    private static final int WORD = 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final SplittableRandom random;

    WrittenMessage(SplittableRandom random) {
        this.random = random;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void header(String name, String value) {
        line(name + ": " + value);
    }

    /** As encoded words (RFC 2047), a few characters each, with plain text after them. */
    void encodedHeader(String name, String text, Charset charset, String after) {
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < text.length(); at += WORD) {
            String word = text.substring(at, Math.min(text.length(), at + WORD));
            value.append(at == 0 ? "" : "\r\n ")
                    .append("=?")
                    .append(charset.name())
                    .append("?B?")
                    .append(Base64.getEncoder().encodeToString(word.getBytes(charset)))
                    .append("?=");
        }
        header(name, value + after);
    }

    void text(String text, Charset charset) {
        textPart("plain", text, charset);
    }

    void alternatives(String text, Charset charset) {
        String boundary = boundary();
        line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        textPart("plain", text, charset);
        line("--" + boundary);
        textPart("html", html(text), charset);
        line("--" + boundary + "--");
    }

    void textAndFile(String text, Charset charset, boolean withHtml, AttachedFiles.Content file) {
        String boundary = boundary();
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        if (withHtml) {
            alternatives(text, charset);
        } else {
            text(text, charset);
        }
        line("--" + boundary);
        line("Content-Type: " + file.mediaType());
        line("Content-Disposition: attachment; filename*=UTF-8''" + percentEncoded(file.name()));
        line("Content-Transfer-Encoding: base64");
        line("");
        out.writeBytes(BASE64.encode(file.bytes()));
        line("");
        line("--" + boundary + "--");
    }

    void deliveryReport(String recipient, String originalMessageId) {
        String boundary = boundary();
        line("Content-Type: multipart/report; report-type=delivery-status; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        line("Content-Type: text/plain");
        line("");
        line("<" + recipient + ">: host mail.example said: 550 5.1.1 User unknown");
        line("--" + boundary);
        line("Content-Type: message/delivery-status");
        line("");
        line("Reporting-MTA: dns; mail.example");
        line("");
        line("Final-Recipient: rfc822; " + recipient);
        line("Action: failed");
        line("Status: 5.1.1");
        line("--" + boundary);
        line("Content-Type: message/rfc822");
        line("");
        line("Message-ID: " + originalMessageId);
        line("Subject: test");
        line("");
        line("test");
        line("--" + boundary + "--");
    }

    private void textPart(String subtype, String text, Charset charset) {
        line("Content-Type: text/" + subtype + "; charset=" + charset.name().toLowerCase(java.util.Locale.ROOT));
        byte[] bytes = text.replace("\n", "\r\n").getBytes(charset);
        int percent = random.nextInt(100);
        if (percent < 50) {
            line("Content-Transfer-Encoding: base64");
            line("");
            out.writeBytes(BASE64.encode(bytes));
        } else if (percent < 90) {
            line("Content-Transfer-Encoding: quoted-printable");
            line("");
            quotedPrintable(bytes);
        } else {
            line("Content-Transfer-Encoding: 8bit");
            line("");
            out.writeBytes(bytes);
        }
        line("");
    }

    private void quotedPrintable(byte[] bytes) {
        int column = 0;
        for (byte each : bytes) {
            boolean plain = each >= 32 && each < 127 && each != '=' && each != '.';
            boolean lineEnd = each == '\r' || each == '\n';
            if (!lineEnd && column > 70) {
                out.writeBytes("=\r\n".getBytes(StandardCharsets.US_ASCII));
                column = 0;
            }
            if (plain || lineEnd) {
                out.write(each);
            } else {
                out.writeBytes("=%02X".formatted(each & 0xFF).getBytes(StandardCharsets.US_ASCII));
            }
            column = lineEnd ? 0 : column + (plain ? 1 : 3);
        }
    }

    private static String html(String text) {
        return "<html><head><style>p{margin:0 0 8px;font:14px Arial}</style></head><body><p>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</p>\n<p>")
                + "</p></body></html>";
    }

    private static String percentEncoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String boundary() {
        return "=_" + Long.toHexString(random.nextLong());
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
