package kz.kezek.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.drawing.Moments;
import kz.kezek.drawing.Phrases;
import kz.kezek.submission.Fact;
import kz.kezek.submission.FactKind;
import kz.kezek.submission.FactSource;
import kz.kezek.ticket.ReadForm;
import kz.kezek.workspace.PipsView.Pip;

/** The card of the five items, from the form as it was read when the ticket was registered. */
final class FiveItemsRead {

    private static final int LONGEST = 240;

    private FiveItemsRead() {}

    static FiveItems of(TicketFile file, Moments moments, boolean whole) {
        ReadForm form = file.ticket().form();
        ItemsRead read = ItemsRead.of(form);
        LocalDate today = moments.local(moments.at());
        PipsView pips = read.pips(today);
        return new FiveItems(
                pips,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> {
                            Pip state = pips.items().get(number - 1);
                            Optional<String> value = value(form, number).map(text -> shown(text, whole));
                            return new FiveItems.Item(
                                    number,
                                    state,
                                    state == Pip.MISSING ? Optional.empty() : value,
                                    state == Pip.MISSING
                                            ? Optional.empty()
                                            : source(number, file, read, today, moments.words()));
                        })
                        .toList(),
                form.keepsFacts()
                        ? Stream.of(FactKind.values())
                                .collect(Collectors.toMap(kind -> kind, kind -> FiveItems.shown(form, kind)))
                        : Map.of());
    }

    private static Optional<String> value(ReadForm form, int number) {
        Map<String, String> items = form.items();
        Stream<String> keys = number == 4
                ? Stream.of("4.ERROR_TEXT", "4.ACTIONS", "4.ADDITIONAL")
                : Stream.of(Integer.toString(number));
        return keys.map(key -> items.getOrDefault(key, "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> number == 1 ? fromCertificate(form) : Optional.empty());
    }

    private static Optional<String> fromCertificate(ReadForm form) {
        String read = Stream.of(
                        form.fact(FactKind.EDS).map(Fact::value),
                        form.fact(FactKind.EDS).map(Fact::quotation),
                        form.fact(FactKind.EDS_VALIDITY).map(Fact::quotation))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    private static String shown(String text, boolean whole) {
        String masked = whole ? text : Masking.of(text);
        return masked.codePointCount(0, masked.length()) <= LONGEST
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String validity(long days, ReadForm form, Phrases words) {
        String stands = days < 0 ? words.text("five.eds-ended", -days) : words.text("five.eds-left", days);
        boolean certificate = form.fact(FactKind.EDS_VALIDITY)
                .filter(fact -> fact.source() == FactSource.CERTIFICATE)
                .isPresent();
        return certificate ? words.text("five.from-certificate", stands) : stands;
    }

    private static Optional<String> source(
            int number, TicketFile file, ItemsRead read, LocalDate today, Phrases words) {
        return switch (number) {
            case 1 ->
                read.edsDays(today).map(days -> validity(days, file.ticket().form(), words));
            case 4 -> {
                int files = file.messages().stream()
                        .mapToInt(message -> message.attachments().size())
                        .sum();
                yield files == 0 ? Optional.empty() : Optional.of(words.text("five.files", files));
            }
            case 5 ->
                file.ticket().applicant().personalId().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                words.text(file.ticket().form().checkDigitValid() ? "five.id-valid" : "five.id-wrong"));
            default -> List.of(2, 3).contains(number) ? Optional.of(words.text("five.from-letter")) : Optional.empty();
        };
    }
}
