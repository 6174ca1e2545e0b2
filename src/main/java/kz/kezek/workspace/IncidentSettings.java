package kz.kezek.workspace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When tickets are proposed as an incident, {@code kezek.incidents.*}.
 *
 * @param tickets so many open ones about the same
 * @param window received within it
 * @param lookEvery how often the desk looks
 */
@ConfigurationProperties("kezek.incidents")
record IncidentSettings(
        @DefaultValue("3") int tickets,
        @DefaultValue("1h") Duration window,
        @DefaultValue("20s") Duration lookEvery) {}
