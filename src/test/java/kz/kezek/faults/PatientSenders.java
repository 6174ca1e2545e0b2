package kz.kezek.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Mail servers of applicants: each letter has an author of its own and is offered again until a 250 comes, as RFC 5321 §4.5.4
 * demands. A letter whose 250 got lost is therefore offered twice.
 */
final class PatientSenders implements AutoCloseable {

    /** Hands one letter over; done when it returns. */
    interface Handover {
        void handOver(MimeMessage letter) throws MessagingException;
    }

    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(100);
    /** Longer than any wait of ours: who waits too long shall be seen to wait. */
    private static final String TIMEOUT = "120000";

    private final String name;
    private final Handover handover;
    private final Duration pause;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger refusedForNow = new AtomicInteger();
    private final AtomicInteger refusedForGood = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean mayStart = true;

    private PatientSenders(String name, Handover handover, Duration pause) {
        this.name = name;
        this.handover = handover;
        this.pause = pause;
    }

    /**
     * So many at once, each with a pause between its letters, until {@link #finish}.
     *
     * @param name what their addresses begin with
     */
    static PatientSenders start(String name, Handover handover, int senders, Duration pause) {
        var all = new PatientSenders(name, handover, pause);
        for (int i = 0; i < senders; i++) {
            all.threads.add(Thread.ofVirtual().start(all::work));
        }
        return all;
    }

    /** Hands letters over to the SMTP door on this port. */
    static Handover bySmtp(int port) {
        return letter -> {
            letter.getSession().getProperties().setProperty("mail.smtp.port", Integer.toString(port));
            Transport.send(letter);
        };
    }

    private void work() {
        for (int number = next.incrementAndGet(); mayStart; number = next.incrementAndGet()) {
            deliver(number);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void deliver(int number) {
        String author = author(number);
        while (!offered(number, author)) {
            LockSupport.parkNanos(BEFORE_NEXT_TRY.toNanos());
        }
        acknowledged.put(author, System.nanoTime());
    }

    private boolean offered(int number, String author) {
        long begun = System.nanoTime();
        try {
            handover.handOver(letter(number, author));
            return true;
        } catch (MessagingException e) {
            boolean forGood = String.valueOf(e.getMessage()).matches("(?s)5\\d\\d.*");
            (forGood ? refusedForGood : refusedForNow).incrementAndGet();
            return false;
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        }
    }

    private MimeMessage letter(int number, String author) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.timeout", TIMEOUT);
        settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress(author));
        message.setRecipients(MimeMessage.RecipientType.TO, "office@sud.kz");
        message.setSubject("900101100014/СК/ Не открывается, письмо " + number, StandardCharsets.UTF_8.name());
        message.setText("5) Тестов Тимур, ИИН 900101100014\nПисьмо " + number, StandardCharsets.UTF_8.name());
        return message;
    }

    private String author(int number) {
        return "%s%06d@example.kz".formatted(name, number);
    }

    /** The authors whose letters were acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }

    /** When the letter of each was acknowledged, by {@link System#nanoTime}. */
    Map<String, Long> acknowledgedAt() {
        return Map.copyOf(acknowledged);
    }

    /** How long the slowest try took, whatever came of it. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** How often a sender was asked to come again, or lost its connection. */
    int refusedForNow() {
        return refusedForNow.get();
    }

    /** Tries while nobody was there yet do not count. */
    void countRefusalsFromNowOn() {
        refusedForNow.set(0);
    }

    /** How often a sender was refused for good, which no fault of ours may do. */
    int refusedForGood() {
        return refusedForGood.get();
    }

    /** Starts no more letters and waits until each that was begun is acknowledged. */
    void finish() {
        mayStart = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        mayStart = false;
    }
}
