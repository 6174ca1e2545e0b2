package kz.kezek.correspondence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.Names;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import kz.kezek.storage.InstallationSecrets;
import kz.kezek.ticket.TicketRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** What the letters say of the service, taken from the rules in force. */
@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    @Bean
    Desk desk(Regulation regulation) {
        return deskOf(regulation);
    }

    @Bean
    LetterComposer letterComposer(Desk desk, InstallationSecrets secrets, PublishedTexts texts) {
        return new LetterComposer(desk, secrets.hmacKey("reply-address"), texts);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            TicketRegister tickets,
            LetterComposer composer,
            @Value("${kezek.outbox.undo:10s}") Duration undo,
            RelaySettings relay,
            ApplicationEventPublisher publisher,
            ObjectProvider<StatusPages> pages) {
        var known = SingletonSupplier.of(() -> pages.stream().findFirst());
        return new Outbox(
                new Letters(jdbc),
                tickets,
                composer,
                undo,
                LetterSigner.of(relay.smime()),
                publisher,
                (ticket, at) ->
                        known.obtain().map(links -> links.linksTo(ticket, at)).orElse(Map.of()));
    }

    static Desk deskOf(Regulation regulation) {
        return new Desk(
                new Recipient(regulation.service().address()),
                names(regulation.service().name()),
                hours(regulation),
                regulation.service().phone(),
                new Desk.Terms(
                        hours(regulation.applicantReply().limit()),
                        days(regulation.answerAfterInformation().limit()),
                        days(regulation.windows().replyAfterAnswer())));
    }

    private static Map<Language, String> names(Names names) {
        return names.isEmpty()
                ? Map.of()
                : Map.of(Language.RU, names.ru(), Language.KK, names.kk(), Language.EN, names.en());
    }

    private static Desk.Hours hours(Regulation regulation) {
        List<OpenInterval> monday =
                regulation.hours().weekly().of(DayOfWeek.MONDAY).intervals();
        return new Desk.Hours(
                LocalTime.ofSecondOfDay(monday.getFirst().fromSecond()),
                LocalTime.ofSecondOfDay(monday.getLast().toSecond()));
    }

    private static int hours(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.BusinessHours(var budget) -> (int) (budget.seconds() / 3600);
            case TimeLimit.BusinessDays days -> throw notSayable(days);
            case TimeLimit.Elapsed elapsed -> (int) elapsed.budget().toHours();
            case TimeLimit.EarlierOf(var first, var second) -> hours(first);
        };
    }

    private static int days(TimeLimit limit) {
        return switch (limit) {
            case TimeLimit.BusinessDays(var days) -> days;
            case TimeLimit.EarlierOf(var first, var second) ->
                second instanceof TimeLimit.BusinessDays ? days(second) : days(first);
            case TimeLimit.BusinessHours hours -> throw notSayable(hours);
            case TimeLimit.Elapsed elapsed -> (int) elapsed.budget().toDays();
        };
    }

    private static IllegalStateException notSayable(TimeLimit limit) {
        return new IllegalStateException("the letters have no words for a limit of " + limit);
    }
}
