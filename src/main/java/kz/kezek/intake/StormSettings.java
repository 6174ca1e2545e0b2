package kz.kezek.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When letters are too many to be answered, {@code kezek.intake.storm.*}.
 *
 * @param window how far back new tickets are counted
 * @param perSender from so many of one sender on, that sender gets no notices
 * @param overall from so many altogether on, nobody does
 */
@ConfigurationProperties("kezek.intake.storm")
record StormSettings(
        @DefaultValue("1h") Duration window,
        @DefaultValue("30") int perSender,
        @DefaultValue("20000") int overall) {}
