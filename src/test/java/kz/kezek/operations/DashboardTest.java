package kz.kezek.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.kezek.RunningDesk;
import kz.kezek.demo.DemoPost;
import kz.kezek.intake.smtp.SmtpDoor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard in packaging/ draws what the program measures. */
class DashboardTest {

    private static final Path DASHBOARD = Path.of("packaging", "grafana", "kezek.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:kezek|http|jvm|process|hikaricp)_\\w+");

    @Test
    void asksForNothingThatIsNotMeasured() throws Exception {
        try (RunningDesk desk = RunningDesk.at("2026-11-23T05:15:00Z")) {
            new DemoPost(desk.bean(SmtpDoor.class)::port, "office@sud.kz", desk.clock).send(0, 1, Duration.ZERO);
            desk.tickets(1);
            String measured = measured(desk);

            assertThat(asked()).hasSizeGreaterThan(10).allMatch(metric -> measured.contains("\n" + metric));
            assertThat(measured).contains("kezek_queue_tickets{urgency=\"today\"} 1.0");
        }
    }

    private static Set<String> asked() throws Exception {
        return JsonMapper.shared().readTree(Files.readString(DASHBOARD)).findValuesAsString("expr").stream()
                .flatMap(expr -> METRIC.matcher(expr).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String measured(RunningDesk desk) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(desk.url() + "/actuator/prometheus"))
                                    .header("Authorization", "Bearer " + RunningDesk.TOKEN)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
