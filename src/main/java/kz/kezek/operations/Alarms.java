package kz.kezek.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.kezek.applicant.Language;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.DeadlineWords;
import kz.kezek.correspondence.Correspondence;
import kz.kezek.correspondence.LetterContent;
import kz.kezek.correspondence.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The alarms: what is wrong begins one, what is right again ends it. Beginning and end are told to the administrator by one
 * letter each, through the outbox in the transaction that notes them, whichever node sees it first.
 */
@Component
@EnableConfigurationProperties(AlarmSettings.class)
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final AlarmRows rows;
    private final AlarmSettings settings;
    private final Correspondence correspondence;
    private final CalendarInForce calendars;
    private final TransactionTemplate transaction;

    Alarms(
            JdbcClient jdbc,
            AlarmSettings settings,
            Correspondence correspondence,
            CalendarInForce calendars,
            TransactionTemplate transaction) {
        this.rows = new AlarmRows(jdbc);
        this.settings = settings;
        this.correspondence = correspondence;
        this.calendars = calendars;
        this.transaction = transaction;
    }

    /** What is wrong now, the oldest first. */
    public List<Alarm> ringing() {
        return rows.ringing();
    }

    /** Looks through these probes. */
    void look(Collection<Probe> probes, Instant at) {
        for (Probe probe : probes) {
            try {
                List<Finding> findings = probe.look(at);
                transaction.executeWithoutResult(status -> note(probe.kind(), findings, at));
            } catch (RuntimeException e) {
                LOG.warn("alarms {} could not be looked for: {}", probe.kind(), e.toString());
            }
        }
    }

    private void note(AlarmKind kind, List<Finding> findings, Instant at) {
        Duration untilForgotten = kind.local() ? settings.every().multipliedBy(3) : Duration.ZERO;
        Set<String> wrong = new HashSet<>();
        for (Finding finding : findings) {
            wrong.add(finding.subject());
            if (rows.begin(finding, at)) {
                tell(new Alarm(finding.kind(), finding.subject(), finding.amount(), at), false, at);
            }
        }
        rows.notSeenSince(kind, at.minus(untilForgotten)).stream()
                .filter(alarm -> !wrong.contains(alarm.subject()))
                .flatMap(alarm -> rows.end(alarm, at).stream())
                .forEach(alarm -> tell(alarm, true, at));
    }

    private void tell(Alarm alarm, boolean ended, Instant at) {
        LOG.warn("alarm {} {} {}", alarm.kind(), alarm.subject(), ended ? "is over" : "begins");
        Optional<Recipient> administrator = Recipient.read(settings.mailTo());
        if (administrator.isPresent()) {
            Language language = Language.valueOf(settings.language().toUpperCase(java.util.Locale.ROOT));
            var words = AlarmWords.in(language);
            var moments =
                    DeadlineWords.in(language.locale(), calendars.current().zone());
            var content = new LetterContent.Alarm(
                    words.sentence(alarm), ended ? "" : words.advice(alarm), moments.letter(at), ended);
            correspondence.alarm(administrator.get(), language, content, at);
        }
    }
}
