package kz.kezek.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.kezek.applicant.ApplicantId;
import kz.kezek.mail.AttachedText;
import kz.kezek.ticket.AttachmentReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Makes attachments that are text searchable, after the registration and apart from it: nothing waits for this. Whole numbers
 * of people are not among the words: they are searched for in one way only, which is journalled (R36).
 */
@Component
class AttachmentReader implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentReader.class);
    private static final int MOST_AT_ONCE = 500;
    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private final AttachmentReading attachments;
    private final Duration lookEvery;

    AttachmentReader(
            AttachmentReading attachments, @Value("${kezek.intake.attachments.look-every:5s}") Duration lookEvery) {
        this.attachments = attachments;
        this.lookEvery = lookEvery;
    }

    /** Reads what is left, up to so many that a stop need not wait long. */
    void look() {
        try {
            int more = 1;
            for (int read = 0; more > 0 && read < MOST_AT_ONCE; read += more) {
                more = attachments.readNext(AttachmentReader::words);
            }
        } catch (RuntimeException away) {
            LOG.warn("attachments were not read, next look in {}: {}", lookEvery, away.toString());
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
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::look, lookEvery, lookEvery));
    }
}
