package kz.kezek.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When alarms begin, {@code kezek.alarms.*}.
 *
 * @param mailTo who gets a letter at the beginning and the end of each alarm; empty for nobody
 * @param language of that letter: ru, kk or en
 * @param every how often everything is looked at
 * @param silence working hours without a letter
 * @param unprocessed how long a letter in custody may wait for its fate
 * @param outbox how long a letter of ours may wait to leave
 * @param clockSkew how far database and program may differ
 * @param diskFreeMb how many megabytes must be free where the data lies
 * @param reconcileEvery how often the ledger is added up and compared with the mailboxes
 */
@ConfigurationProperties("kezek.alarms")
record AlarmSettings(
        @DefaultValue("") String mailTo,
        @DefaultValue("ru") String language,
        @DefaultValue("1m") Duration every,
        @DefaultValue("4") int silence,
        @DefaultValue("5m") Duration unprocessed,
        @DefaultValue("30m") Duration outbox,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("1024") long diskFreeMb,
        @DefaultValue("1h") Duration reconcileEvery) {}
