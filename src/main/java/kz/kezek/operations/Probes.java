package kz.kezek.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.kezek.KezekApplication;
import kz.kezek.calendar.BusinessCalendar;
import kz.kezek.calendar.CalendarInForce;
import kz.kezek.calendar.CalendarYear;
import kz.kezek.correspondence.OutboxReading;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.Doors;
import kz.kezek.intake.LedgerBalance;
import kz.kezek.intake.LedgerCheck;
import kz.kezek.intake.MailboxCount;
import kz.kezek.intake.MailboxLedger;
import kz.kezek.intake.Quarantine;
import kz.kezek.storage.BlobStore;
import kz.kezek.storage.BlobsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every probe there is. */
@Component
class Probes {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final long MEGABYTE = 1024 * 1024;

    private final List<Probe> frequent;
    private final List<Probe> reconciling;

    @SuppressWarnings("TooManyParameters")
    Probes(
            JdbcClient jdbc,
            AlarmSettings settings,
            CalendarInForce calendars,
            Doors doors,
            OutboxReading outbox,
            Quarantine quarantine,
            LedgerCheck ledger,
            MailboxLedger mailboxes,
            BlobStore blobs,
            Environment environment) {
        var looks = new ServiceLooks(jdbc);
        Path data = Path.of(environment.getProperty("kezek.data", "."));
        this.frequent = List.of(
                probe(AlarmKind.NO_MAIL, at -> silence(looks.lastLetter(), calendars.current(), settings, at)),
                probe(AlarmKind.DOOR_DOWN, at -> down(doors.all(), at)),
                probe(
                        AlarmKind.UNPROCESSED,
                        at -> late(AlarmKind.UNPROCESSED, looks.oldestUnsettled(), settings.unprocessed(), at)),
                probe(
                        AlarmKind.OUTBOX_STUCK,
                        at -> late(AlarmKind.OUTBOX_STUCK, outbox.oldestWaiting(), settings.outbox(), at)),
                probe(AlarmKind.QUARANTINE_WAITING, at -> some(AlarmKind.QUARANTINE_WAITING, quarantine.waiting())),
                probe(AlarmKind.CLOCK_SKEW, at -> skew(looks, KezekApplication.WORLD_CLOCK, settings.clockSkew())),
                probe(AlarmKind.CALENDAR_MISSING, at -> missingYear(calendars.current(), at)),
                probe(AlarmKind.DISK_LOW, at -> disk(data, settings.diskFreeMb())),
                probe(AlarmKind.BUCKET_AWAY, at -> bucket(blobs)));
        this.reconciling = List.of(
                probe(AlarmKind.LEDGER_DIFFERENCE, at -> differences(ledger.balance(false))),
                probe(AlarmKind.MAILBOX_DIFFERENCE, at -> unknownLetters(mailboxes.counts())));
    }

    /** Those that cost little. */
    List<Probe> frequent() {
        return frequent;
    }

    /** Those that add the ledger up. */
    List<Probe> reconciling() {
        return reconciling;
    }

    private static Probe probe(AlarmKind kind, Function<Instant, List<Finding>> look) {
        return new Probe() {
            @Override
            public AlarmKind kind() {
                return kind;
            }

            @Override
            public List<Finding> look(Instant at) {
                return look.apply(at);
            }
        };
    }

    /** Only working hours count, and a service that never had a letter is new and not silent. */
    static List<Finding> silence(
            Optional<Instant> lastLetter, BusinessCalendar calendar, AlarmSettings settings, Instant at) {
        return lastLetter
                .filter(last -> last.isBefore(at))
                .map(last -> calendar.between(last, at).seconds() / 3600)
                .filter(hours -> hours >= settings.silence())
                .map(hours -> List.of(new Finding(AlarmKind.NO_MAIL, "", hours)))
                .orElse(List.of());
    }

    static List<Finding> down(List<Door> doors, Instant at) {
        return doors.stream()
                .filter(door -> Set.of(DoorStatus.State.CLOSED, DoorStatus.State.FAILING)
                        .contains(door.status().state()))
                .map(door -> new Finding(
                        AlarmKind.DOOR_DOWN, door.name(), minutes(door.status().since(), at)))
                .toList();
    }

    static List<Finding> late(AlarmKind kind, Optional<Instant> since, Duration patience, Instant at) {
        return since.filter(oldest -> oldest.plus(patience).isBefore(at))
                .map(oldest -> List.of(new Finding(kind, "", minutes(oldest, at))))
                .orElse(List.of());
    }

    static List<Finding> missingYear(BusinessCalendar calendar, Instant at) {
        ZonedDateTime now = at.atZone(calendar.zone());
        int last = now.getMonth().compareTo(Month.OCTOBER) >= 0 ? now.getYear() + 1 : now.getYear();
        return IntStream.rangeClosed(now.getYear(), last)
                .filter(year -> calendar.standing(year) != CalendarYear.Standing.PUBLISHED)
                .mapToObj(year -> new Finding(AlarmKind.CALENDAR_MISSING, Integer.toString(year), 0))
                .toList();
    }

    static List<Finding> differences(LedgerBalance balance) {
        return some(AlarmKind.LEDGER_DIFFERENCE, balance.differences().size());
    }

    static List<Finding> unknownLetters(List<MailboxCount> counts) {
        return counts.stream()
                .filter(count -> count.lookedAt().isPresent() && !count.balances())
                .map(count -> new Finding(
                        AlarmKind.MAILBOX_DIFFERENCE,
                        "%s %s/%s".formatted(count.door(), count.account(), count.folder()),
                        Math.abs((long) count.found() - count.accounted())))
                .toList();
    }

    private static List<Finding> some(AlarmKind kind, long amount) {
        return amount == 0 ? List.of() : List.of(new Finding(kind, "", amount));
    }

    /** Both clocks of the machines: the one by which tickets are counted may stand still in tests, or run in a demonstration. */
    private static List<Finding> skew(ServiceLooks looks, Clock world, Duration allowed) {
        Duration skew = Duration.between(world.instant(), looks.databaseTime()).abs();
        return skew.compareTo(allowed) > 0
                ? List.of(new Finding(AlarmKind.CLOCK_SKEW, "", skew.toSeconds()))
                : List.of();
    }

    private static List<Finding> disk(Path data, long mostFreeMb) {
        Path place = Stream.iterate(data.toAbsolutePath(), Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            long free = Files.getFileStore(place).getUsableSpace() / MEGABYTE;
            return free < mostFreeMb ? List.of(new Finding(AlarmKind.DISK_LOW, "", free)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Finding> bucket(BlobStore blobs) {
        try {
            blobs.look();
            return List.of();
        } catch (BlobsAway away) {
            LOG.warn("{}", away.getMessage());
            return List.of(new Finding(AlarmKind.BUCKET_AWAY, "", 0));
        }
    }

    private static long minutes(Instant since, Instant at) {
        return Math.max(0, Duration.between(since, at).toMinutes());
    }
}
