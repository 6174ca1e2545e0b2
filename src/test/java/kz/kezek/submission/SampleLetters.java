package kz.kezek.submission;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The letters of {@code samples}, each with the reading expected of it. */
final class SampleLetters {

    record Sample(String name, SubmissionText letter, JsonNode expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private SampleLetters() {}

    /** The requests among the samples. */
    static List<Sample> requests() throws IOException, URISyntaxException {
        Path folder = Path.of(SampleLetters.class.getResource("/samples").toURI());
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path mail :
                    files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
                String name = mail.getFileName().toString().replace(".eml", "");
                JsonNode expected = JsonMapper.shared().readTree(folder.resolve(name + ".json"));
                if (expected.get("messageClass").asString().equals("request")) {
                    samples.add(new Sample(name, read(mail), expected));
                }
            }
        }
        return samples;
    }

    private static SubmissionText read(Path mail) throws IOException {
        try (InputStream in = Files.newInputStream(mail)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            List<String> attachments = new ArrayList<>();
            String text = text(message, attachments);
            return new SubmissionText(subject(message), text, attachments);
        } catch (MessagingException broken) {
            throw new IOException(mail.toString(), broken);
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        @Nullable String raw = message.getHeader("Subject", null);
        boolean eightBit = raw != null && raw.chars().anyMatch(c -> c > 127);
        return eightBit
                ? new String(raw.getBytes(StandardCharsets.ISO_8859_1), Charset.forName("windows-1251"))
                : message.getSubject();
    }

    private static String text(Part part, List<String> attachments) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                if (!part.isMimeType("multipart/alternative") || i == 0) {
                    text.append(text(inner, attachments));
                }
            }
            return text.toString();
        }
        if (part.getFileName() != null) {
            attachments.add(part.getFileName());
            return "";
        }
        String text = (String) part.getContent();
        boolean flowed = part.getContentType().toLowerCase(Locale.ROOT).contains("format=flowed");
        return flowed ? text.replace(" \r\n", " ").replace(" \n", " ") : text;
    }
}
