package kz.kezek.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A burst waits at the door, and no letter waits there for good. */
final class IntakeQueueTest {

    private static final int ROOM = 16;

    private final IntakeQueue queue = new IntakeQueue();

    @Test
    void letsADoorGoOnAtOnceWhileThereIsRoom() throws InterruptedException {
        fill(ROOM - 1);

        queue.awaitRoom();

        assertThat(queue.next(Duration.ZERO)).isPresent();
    }

    @Test
    void letsADoorWaitUntilALetterHasItsTurn() throws InterruptedException {
        fill(ROOM);
        CompletableFuture<Void> door = waitingDoor();
        assertThat(door).isNotDone();

        queue.next(Duration.ZERO);

        await().atMost(Duration.ofSeconds(10)).until(door::isDone);
    }

    @Test
    void takesLettersAllTheSameWhenNothingMoves() {
        fill(ROOM + 5);

        await().atMost(Duration.ofSeconds(30)).until(waitingDoor()::isDone);
    }

    @Test
    void holdsALetterOnceAndGivesTheOldestFirst() throws InterruptedException {
        queue.add(new CustodyId(2));
        queue.add(new CustodyId(1));
        queue.add(new CustodyId(2));

        assertThat(queue.next(Duration.ZERO).orElseThrow().id()).isEqualTo(new CustodyId(2));
        assertThat(queue.next(Duration.ZERO).orElseThrow().id()).isEqualTo(new CustodyId(1));
        assertThat(queue.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void givesTheBytesOfALetterThatWasJustTaken() throws InterruptedException {
        byte[] raw = {1, 2, 3};
        queue.add(new LetterTaken(new CustodyId(7), raw));
        queue.add(new CustodyId(8));

        assertThat(queue.next(Duration.ZERO).orElseThrow().raw()).contains(raw);
        assertThat(queue.next(Duration.ZERO).orElseThrow().raw()).isEmpty();
    }

    private void fill(int letters) {
        LongStream.rangeClosed(1, letters).mapToObj(CustodyId::new).forEach(queue::add);
    }

    private CompletableFuture<Void> waitingDoor() {
        var done = new CompletableFuture<Void>();
        Thread door = Thread.ofVirtual().start(() -> {
            try {
                queue.awaitRoom();
                done.complete(null);
            } catch (InterruptedException e) {
                done.completeExceptionally(e);
            }
        });
        await().until(() -> door.getState() == Thread.State.TIMED_WAITING);
        return done;
    }
}
