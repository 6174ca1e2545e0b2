package kz.kezek.intake.mailbox;

import java.io.IOException;
import java.util.Properties;
import kz.kezek.correspondence.TrustedCertificates;

/** The connection properties of Angus Mail that one account needs: timeouts on everything, TLS with the name checked. */
final class MailboxTls {

    private MailboxTls() {}

    static Properties properties(String protocol, MailboxSettings.Account account) throws IOException {
        String prefix = "mail." + protocol + ".";
        String timeout = Long.toString(account.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // Angus would try again with the public authorities where the given certificates refuse.
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        boolean startTls = account.tls() == MailboxSettings.Tls.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        if (!account.trust().isEmpty()) {
            properties.put(prefix + "ssl.socketFactory", TrustedCertificates.in(account.trust()));
        }
        return properties;
    }
}
