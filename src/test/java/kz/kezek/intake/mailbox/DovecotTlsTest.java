package kz.kezek.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.kezek.RunningDesk;
import kz.kezek.intake.CustodyId;
import kz.kezek.intake.CustodyLedger;
import kz.kezek.intake.Door;
import kz.kezek.intake.DoorStatus;
import kz.kezek.intake.Doors;
import kz.kezek.intake.LedgerEntry;
import kz.kezek.intake.mailbox.MailboxSettings.Protocol;
import kz.kezek.intake.mailbox.MailboxSettings.Tls;
import kz.kezek.intake.smtp.SelfSigned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The mailbox doors over TLS, and with XOAUTH2, against Debian's Dovecot: the right certificate and token, or nothing. */
class DovecotTlsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T04:00:00Z");

    @TempDir
    private Path folder;

    private @Nullable Dovecot dovecot;

    @AfterEach
    void stopDovecot() throws Exception {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"IMAP,IMPLICIT", "IMAP,STARTTLS", "POP3,IMPLICIT", "POP3,STARTTLS"})
    void takeLettersFromAServerWithTheCertificateTheyAreToldToTrust(Protocol protocol, Tls tls) throws Exception {
        SelfSigned identity = SelfSigned.in(folder);
        Dovecot server = dovecot(identity, Optional.empty());
        deliver(server);
        try (RunningDesk desk = desk(server, protocol, tls, Map.of("trust", identity.certificate()))) {
            assertThat(taken(desk, server)).hasSize(1);
            assertThat(state(desk)).isEqualTo(DoorStatus.State.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuseAServerThatNobodyVouchesFor(Protocol protocol) throws Exception {
        Dovecot server = dovecot(SelfSigned.in(folder), Optional.empty());
        deliver(server);
        try (RunningDesk desk = desk(server, protocol, Tls.IMPLICIT, Map.of())) {
            RunningDesk.await("the door to refuse", () -> state(desk), DoorStatus.State.FAILING::equals);
            assertThat(status(desk).detail()).contains("certification path");
            assertThat(entries(desk)).isEmpty();
            assertThat(server.log()).doesNotContain("Login: user");
        }
    }

    @ParameterizedTest
    @CsvSource({"IMAP,IMPLICIT", "IMAP,STARTTLS", "POP3,IMPLICIT", "POP3,STARTTLS"})
    void refuseACertificateOfAnotherName(Protocol protocol, Tls tls) throws Exception {
        SelfSigned identity = SelfSigned.in(folder);
        Dovecot server = dovecot(identity, Optional.empty());
        deliver(server);
        var settings = Map.<String, Object>of("trust", identity.certificate(), "host", "127.0.0.2");
        try (RunningDesk desk = desk(server, protocol, tls, settings)) {
            RunningDesk.await("the door to refuse", () -> state(desk), DoorStatus.State.FAILING::equals);
            assertThat(entries(desk)).isEmpty();
            assertThat(server.log()).doesNotContain("Login: user");
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void signInWithATokenAndAskForAnotherWhenItIsRefused(Protocol protocol) throws Exception {
        SelfSigned identity = SelfSigned.in(folder);
        try (IdentityProvider issuer = new IdentityProvider("office")) {
            Dovecot server = dovecot(identity, Optional.of(issuer.tokenInfo()));
            deliver(server);
            Map<String, Object> settings = Map.of(
                    "trust", identity.certificate(),
                    "password", "",
                    "oauth.token-url", issuer.token(),
                    "oauth.client-id", "kezek",
                    "oauth.client-secret", "s",
                    "oauth.refresh-token", "r");
            issuer.revokeTheNext();
            try (RunningDesk desk = desk(server, protocol, Tls.IMPLICIT, settings)) {
                assertThat(taken(desk, server)).hasSize(1);
                assertThat(issuer.issued()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(server.log()).contains("method=XOAUTH2");
            }
        }
    }

    private Dovecot dovecot(SelfSigned identity, Optional<URI> tokenInfo) throws Exception {
        Dovecot server = Dovecot.in(folder, Optional.of(identity), tokenInfo);
        dovecot = server;
        return server;
    }

    private static RunningDesk desk(Dovecot server, Protocol protocol, Tls tls, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(server.settings(0, protocol, MailboxSettings.After.KEEP));
        String prefix = "kezek.intake.mailboxes[0].";
        settings.put(prefix + "tls", tls);
        settings.put(prefix + "port", server.port(protocol, tls));
        more.forEach((key, value) -> settings.put(prefix + key, value));
        return RunningDesk.at("2026-11-23T05:15:00Z", settings);
    }

    private static void deliver(Dovecot server) throws Exception {
        String letter = "Return-Path: <a@example.kz>\nFrom: a@example.kz\nTo: office@sud.kz\nSubject: x\n\ny\n";
        server.deliver(letter.getBytes(StandardCharsets.US_ASCII), RECEIVED);
    }

    private static List<LedgerEntry> taken(RunningDesk desk, Dovecot server) throws Exception {
        try {
            return RunningDesk.await("a letter in custody", () -> entries(desk), entries -> !entries.isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + server.log(), e);
        }
    }

    private static List<LedgerEntry> entries(RunningDesk desk) {
        return desk.bean(CustodyLedger.class).since(Instant.EPOCH, new CustodyId(0), 100);
    }

    private static DoorStatus.State state(RunningDesk desk) {
        return status(desk).state();
    }

    private static DoorStatus status(RunningDesk desk) {
        return desk.bean(Doors.class).all().stream()
                .filter(door -> door instanceof MailboxDoor)
                .map(Door::status)
                .findFirst()
                .orElseThrow();
    }
}
