package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long letters waited between custody and fate, from the program's histogram {@code kezek_intake_settling}.
 *
 * @param upTo how many of them waited at most so many seconds, by seconds
 */
record Waits(Map<Double, Long> upTo) {

    private static final Pattern BUCKET =
            Pattern.compile("(?m)^kezek_intake_settling_seconds_bucket\\{.*?le=\"([^\"]+)\".*?\\} ([0-9.E]+)$");

    static Waits of(Installation program) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.http() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + Surroundings.TOKEN)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String metrics = client.send(request, BodyHandlers.ofString()).body();
            var buckets = new TreeMap<Double, Long>();
            BUCKET.matcher(metrics).results().forEach(bucket -> buckets.put(
                    bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(1)),
                    (long) Double.parseDouble(bucket.group(2))));
            return new Waits(buckets);
        }
    }

    /** Those that came after the earlier ones. */
    Waits since(Waits earlier) {
        var later = new TreeMap<Double, Long>();
        upTo.forEach((seconds, letters) -> later.put(seconds, letters - earlier.upTo.getOrDefault(seconds, 0L)));
        return new Waits(later);
    }

    /** The upper end of the bucket in which this part of the letters is reached, in milliseconds. */
    double millis(double part) {
        long all = upTo.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return upTo.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= part * all)
                .mapToDouble(bucket -> bucket.getKey() * 1000)
                .findFirst()
                .orElse(0);
    }
}
