package kz.kezek.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;

/** The files in a winmail.dat, the container in which Outlook wraps them for other Outlooks (MS-OXTNEF), by Apache POI. */
final class Tnef {

    private static final int MOST = 200;

    static {
        TNEFAttribute.setMaxRecordLength(64 << 20);
    }

    private Tnef() {}

    /** Whether a part is such a container, by its type or, where a carrier lost that, by its name. */
    static boolean is(String mediaType, String fileName) {
        return mediaType.equals("application/ms-tnef")
                || mediaType.equals("application/vnd.ms-tnef")
                || fileName.toLowerCase(Locale.ROOT).equals("winmail.dat");
    }

    /** The files inside, as long as they fit into the limit in bytes; none when the container is broken. */
    static List<MailAttachment> files(byte[] container, int limit, Repairs repairs) {
        List<MailAttachment> files = new ArrayList<>();
        int left = limit;
        try {
            for (Attachment file : new HMEFMessage(new ByteArrayInputStream(container)).getAttachments()) {
                byte[] bytes = file.getContents();
                left -= bytes == null ? 0 : bytes.length;
                if (bytes != null && left >= 0 && files.size() < MOST) {
                    files.add(file(file, bytes));
                }
            }
        } catch (IOException | RuntimeException e) {
            repairs.add("winmail.dat broken off");
        }
        return files;
    }

    private static MailAttachment file(Attachment file, byte[] bytes) {
        String declared = file.getLongFilename() == null ? file.getFilename() : file.getLongFilename();
        String name = FileNames.clean(CleanText.of(declared == null ? "" : declared));
        String type = URLConnection.guessContentTypeFromName(name);
        return new MailAttachment(name, type == null ? "application/octet-stream" : type, "", false, bytes);
    }
}
