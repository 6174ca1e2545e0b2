package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long the pages that agents live in take on the server, one client after the other, database included. */
@Command(name = "pages", aliases = {"queue", "search"}, description = "How long queue, ticket and search take.")
final class PagesBench implements Callable<Integer> {

    private static final int WARM_UP = 100;

    @Mixin
    private Surroundings surroundings;

    @Option(names = "--times", defaultValue = "300", description = "how often each page is asked for (${DEFAULT-VALUE})")
    private int times;

    @Override
    public Integer call() throws Exception {
        try (RelaySink relay = new RelaySink();
                Installation program = surroundings.start(relay);
                Connection database = program.database()) {
            AgentBrowser agent = AgentBrowser.signedIn(program, surroundings.dataFolder());
            measure("queue", agent, List.of("/desk/queue"));
            measure("ticket", agent, texts(database, "select '/desk/t/' || replace(number, 'СК', 'SK') from ticket order by hashint8(id) limit 50"));
            measure("search", agent, searches(database));
            return 0;
        }
    }

    private static List<String> searches(Connection database) throws SQLException {
        List<String> paths = new ArrayList<>();
        for (String sought : texts(database, """
                (select number from ticket order by hashint8(id) limit 5)
                union all (select applicant_id from ticket where applicant_id <> '' order by hashint8(id) limit 5)
                union all (select applicant_address from ticket order by hashint8(id) limit 5)
                union all (select split_part(applicant_name, ' ', 1) from ticket order by hashint8(id) limit 5)
                union all values ('подписывается'), ('сертификат'), ('пошлина оплата'), ('қойылмайды')""")) {
            paths.add("/desk/search?q=" + java.net.URLEncoder.encode(sought, java.nio.charset.StandardCharsets.UTF_8));
        }
        return paths;
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private void measure(String page, AgentBrowser agent, List<String> paths) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            agent.get(paths.get(i % paths.size()));
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            agent.get(paths.get(i % paths.size()));
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        Collections.sort(millis);
        double p50 = millis.get(times / 2);
        double p95 = millis.get(times * 95 / 100);
        surroundings.report(
                page,
                new Figures().with("p50_ms", p50).with("p95_ms", p95).with("times", times),
                String.format(Locale.ROOT, "p50 %.1f, p95 %.1f ms of %d", p50, p95, times));
    }
}
