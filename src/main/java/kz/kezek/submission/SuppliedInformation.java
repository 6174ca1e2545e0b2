package kz.kezek.submission;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reply to a Запрос supplies. Whatever it holds, a human reply is a reply (A11); this only shows the agent what it answers.
 *
 * @param values the applicant's words for each thing asked
 * @param times the moment of the problem in the time of Astana, when one could be told: at most one
 */
public record SuppliedInformation(Map<InformationItem, String> values, List<ProblemTime> times) {

    public SuppliedInformation {
        values = Map.copyOf(values);
        times = List.copyOf(times);
    }

    /** The moment of the problem. */
    public Optional<ProblemTime> time() {
        return times.stream().findFirst();
    }

    /** What of this was asked and not supplied. */
    public List<InformationItem> missing(List<InformationItem> asked) {
        return asked.stream().filter(item -> !values.containsKey(item)).toList();
    }

    /**
     * When the problem occurred, in the time of Astana.
     *
     * @param confidence doubtful when told in words («вчера в 15») or without an hour (A21)
     */
    public record ProblemTime(LocalDateTime at, String quotation, Confidence confidence) {}
}
