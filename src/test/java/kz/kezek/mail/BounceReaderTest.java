package kz.kezek.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {

    @Test
    void givesEachRecipientOfEximItsOwnCodes() {
        Bounce bounce =
                Letters.read("bounce-of-exim-with-two-recipients").bounce().orElseThrow();

        assertThat(bounce.kind()).isEqualTo(BounceKind.FAILURE);
        assertThat(bounce.recipients())
                .extracting(BouncedRecipient::address, BouncedRecipient::status, BouncedRecipient::replyCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one@example.org", "5.1.1", "550"),
                        org.assertj.core.groups.Tuple.tuple("two@example.org", "5.2.2", "552"));
        assertThat(bounce.originalMessageIds()).containsExactly("notice-7@example.kz");
    }

    @Test
    void readsQmailsWords() {
        InboundMail mail = Letters.read("bounce-of-qmail");

        assertThat(mail.kind()).isEqualTo(MailKind.BOUNCE);
        BouncedRecipient recipient = mail.bounce().orElseThrow().recipients().getFirst();
        assertThat(recipient.address()).isEqualTo("one@example.org");
        assertThat(recipient.status()).isEqualTo("5.7.1");
        assertThat(recipient.replyCode()).isEqualTo("554");
    }

    @Test
    void tellsADelayFromAFailure() {
        Bounce bounce = Letters.read("delay-report-in-rfc-3464-form").bounce().orElseThrow();

        assertThat(bounce.kind()).isEqualTo(BounceKind.DELAYED);
        assertThat(bounce.recipients().getFirst().status()).isEqualTo("4.4.1");
        assertThat(bounce.originalMessageIds()).containsExactly("notice-8@example.kz");
    }

    @Test
    void readsComplaints() {
        InboundMail mail = Letters.read("complaint-in-arf");

        assertThat(mail.kind()).isEqualTo(MailKind.FEEDBACK);
        assertThat(mail.bounce().orElseThrow().originalMessageIds()).containsExactly("notice-10@example.kz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kazakh", "russian", "german"})
    void knowsVacationRepliesByTheirSubject(String language) {
        InboundMail mail = Letters.read("vacation-in-" + language + "-without-auto-submitted");

        assertThat(mail.kind()).isEqualTo(MailKind.AUTOMATIC);
        assertThat(mail.bounce().orElseThrow().kind()).isEqualTo(BounceKind.VACATION);
        assertThat(mail.bounce().orElseThrow().originalMessageIds()).containsExactly("notice-11@example.kz");
    }

    @Test
    void takesAPersonWhoForwardsABounceForAPerson() {
        InboundMail mail = Letters.read("person-forwards-a-bounce");

        assertThat(mail.kind()).isEqualTo(MailKind.PERSONAL);
        assertThat(mail.replyText()).isEqualTo("Почему моё письмо вам вернулось?");
    }

    @Test
    void takesAPersonWhoWritesOfARejectionForAPerson() {
        InboundMail mail =
                Letters.readText("From: Марат <marat@example.kz>\nSubject: Заявление rejected, delivery failed\n\n"
                        + "Здравствуйте! My application was rejected with the error 550. Помогите.\n");

        assertThat(mail.kind()).isEqualTo(MailKind.PERSONAL);
    }

    @Test
    void findsNoCodesInAddressesVersionsAndSizes() {
        assertThat(SmtpCodes.status("host [192.5.1.1] version 4.5.6.7 build 15.1.2"))
                .isEmpty();
        assertThat(SmtpCodes.reply("message of 554 bytes to user550 at 10.450.1"))
                .isEmpty();
        assertThat(SmtpCodes.reply("said: 450-4.2.0 greylisted")).isEqualTo("450");
        assertThat(SmtpCodes.status("(#5.1.1)")).isEqualTo("5.1.1");
    }

    @Test
    void takesAPersonWhoCopiesAReportIntoTheLetterForAPerson() {
        InboundMail mail = Letters.readText("From: Марат <marat@example.kz>\nSubject: Почта\n\nВаш сервер ответил:\n"
                + "Final-Recipient: rfc822; support@example.kz\nAction: failed\nStatus: 5.1.1\n");

        assertThat(mail.kind()).isEqualTo(MailKind.PERSONAL);
    }
}
