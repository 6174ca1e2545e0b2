package kz.kezek.correspondence;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.Names;
import kz.kezek.calendar.OpenInterval;
import kz.kezek.calendar.TimeLimit;
import kz.kezek.regulation.Regulation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the letters say of the service, taken from the rules in force. */
@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    @Bean
    Desk desk(Regulation regulation) {
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
