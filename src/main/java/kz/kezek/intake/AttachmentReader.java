package kz.kezek.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.mail.AttachedText;
import kz.kezek.ticket.AttachmentReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes attachments that are text searchable, after the registration and apart from it: nothing waits for this. Whole numbers
 * of people are not among the words: they are searched for in one way only, which is journalled (R36).
 */
@Component
class AttachmentReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentReader.class);
    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final AttachmentReading attachments;
    private final long everyMillis;
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    AttachmentReader(
            AttachmentReading attachments, @Value("${kezek.intake.attachments.look-every:5s}") Duration lookEvery) {
        this.attachments = attachments;
        this.everyMillis = lookEvery.toMillis();
    }

    /** Reads until nothing is left. */
    void look() {
        try {
            boolean more = true;
            while (more && running) {
                more = attachments.readNext(AttachmentReader::words);
            }
        } catch (RuntimeException away) {
            LOG.warn("attachments were not read, next look in {} ms: {}", everyMillis, away.toString());
        }
    }

    static Optional<String> words(byte[] beginning) {
        return AttachedText.of(beginning).map(AttachmentReader::masked);
    }

    private static String masked(String text) {
        return TWELVE_DIGITS
                .matcher(text)
                .replaceAll(found ->
                        ApplicantId.of(found.group()).map(ApplicantId::masked).orElse(""));
    }

    @Override
    public void start() {
        running = true;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("attachments").factory());
        timer.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
