package kz.kezek.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.kezek.KezekApplication;
import kz.kezek.intake.Envelope;
import kz.kezek.intake.OfflineCustody;
import kz.kezek.mail.DeliveryTrace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code kezek deliver}: the door for mail servers that hand a letter to a program. Exit codes as sysexits.h has them and
 * mail servers read them: 0 in custody, 75 try again later, 65 refused for good.
 */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = "Take one letter from standard input into custody, as a mail server's pipe.",
        exitCodeOnInvalidInput = DeliverCommand.TRY_AGAIN,
        exitCodeOnExecutionException = DeliverCommand.TRY_AGAIN,
        footer = {
            "",
            "Exit codes: 0 the letter is in custody; 75 try again later; 65 it is too large, do not try again.",
            "Without -f the sender is $$SENDER, else the Return-Path or the leading From line of the letter;",
            "without recipients they are $$ORIGINAL_RECIPIENT or $$RECIPIENT, else what the letter's head tells.",
            "Postfix: kezek unix - n n - 4 pipe user=kezek argv=/opt/kezek/kezek deliver -f $${sender} -- $${recipient}"
        })
final class DeliverCommand implements Callable<Integer> {

    static final int TRY_AGAIN = 75;
    private static final int REFUSED = 65;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConfiguredDatabase database = new ConfiguredDatabase();

    @Option(names = "-f", paramLabel = "SENDER", description = "The envelope sender; <> or empty for the null sender.")
    private @Nullable String sender;

    @Option(
            names = "--max-size",
            paramLabel = "BYTES",
            defaultValue = "36700160",
            description = "The largest letter taken. Default: ${DEFAULT-VALUE}.")
    private int maxSize;

    @Parameters(paramLabel = "RECIPIENT", description = "The envelope recipients.")
    private List<String> recipients = new ArrayList<>();

    private final InputStream letter;
    private final Map<String, String> environment;

    DeliverCommand() {
        this(System.in, System.getenv());
    }

    DeliverCommand(InputStream letter, Map<String, String> environment) {
        this.letter = letter;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        byte[] raw = letter.readNBytes(maxSize + 1);
        long rest = letter.transferTo(OutputStream.nullOutputStream());
        return database.over(source -> {
            try (OfflineCustody custody = OfflineCustody.over(source, ConfiguredRules.inForce())) {
                return handOver(custody, withoutFromLine(raw), fromLineSender(raw), raw.length + rest);
            } catch (RuntimeException e) {
                return say(TRY_AGAIN, "The letter cannot be kept just now, please try again later: " + oneLine(e));
            }
        });
    }

    private int handOver(OfflineCustody custody, byte[] raw, Optional<String> fromLine, long size) {
        Instant now = KezekApplication.WORLD_CLOCK.instant();
        DeliveryTrace trace = DeliveryTrace.of(raw);
        var envelope = new Envelope("PIPE", now, "pipe", from(trace, fromLine), custody.recipients(told(trace)));
        if (raw.length > maxSize) {
            custody.refuse(envelope, size, "552 5.3.4 larger than " + maxSize + " bytes");
            return say(REFUSED, "5.3.4 The letter is larger than " + maxSize + " bytes");
        }
        return say(0, "Taken into custody as " + custody.take(envelope, raw));
    }

    private String from(DeliveryTrace trace, Optional<String> fromLine) {
        String told = Optional.ofNullable(sender)
                .or(() -> Optional.ofNullable(environment.get("SENDER")))
                .or(trace::returnPath)
                .or(() -> fromLine)
                .orElse("");
        return told.equals("<>") || told.equals("MAILER-DAEMON") ? "" : told.strip();
    }

    private List<String> told(DeliveryTrace trace) {
        if (!recipients.isEmpty()) {
            return recipients;
        }
        List<String> named = Stream.of("ORIGINAL_RECIPIENT", "RECIPIENT")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(address -> !address.isBlank())
                .toList();
        return named.isEmpty() ? trace.deliveredTo() : named;
    }

    /** Some mail servers put the first line of an mbox before the letter. */
    private static Optional<String> fromLineSender(byte[] raw) {
        return hasFromLine(raw)
                ? Optional.of(new String(raw, 5, endOfLine(raw) - 5, StandardCharsets.ISO_8859_1).split(" ", 2)[0])
                : Optional.empty();
    }

    private static byte[] withoutFromLine(byte[] raw) {
        return hasFromLine(raw) ? Arrays.copyOfRange(raw, Math.min(endOfLine(raw) + 1, raw.length), raw.length) : raw;
    }

    private static boolean hasFromLine(byte[] raw) {
        return raw.length > 5 && new String(raw, 0, 5, StandardCharsets.ISO_8859_1).equals("From ");
    }

    private static int endOfLine(byte[] raw) {
        int end = 0;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String oneLine(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private int say(int code, String sentence) {
        if (code == 0) {
            command.commandLine().getOut().println(sentence);
        } else {
            command.commandLine().getErr().println("kezek: " + sentence);
        }
        return code;
    }
}
