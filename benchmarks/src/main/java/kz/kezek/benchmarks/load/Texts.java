package kz.kezek.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What people write, in one language: lines by what they are, from {@code letters/*.tsv}. */
enum Texts {
    RU,
    KK;

    private final Map<String, List<String>> lines = read();

    private Map<String, List<String>> read() {
        String file = "/letters/" + name().toLowerCase(java.util.Locale.ROOT) + ".tsv";
        try (InputStream stream = Texts.class.getResourceAsStream(file)) {
            Map<String, List<String>> all = new HashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .filter(cells -> cells.length == 2)
                    .forEach(cells -> all.computeIfAbsent(cells[0], kind -> new ArrayList<>())
                            .add(cells[1]));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String pick(String kind, RandomGenerator random) {
        List<String> of = lines.get(kind);
        return of.get(random.nextInt(of.size()));
    }

    /** So many different lines of a kind, or all there are, joined as paragraphs. */
    String paragraphs(String kind, int count, SplittableRandom random) {
        List<String> left = new ArrayList<>(lines.get(kind));
        List<String> picked = new ArrayList<>();
        while (picked.size() < count && !left.isEmpty()) {
            picked.add(left.remove(random.nextInt(left.size())));
        }
        return String.join("\n\n", picked);
    }
}
