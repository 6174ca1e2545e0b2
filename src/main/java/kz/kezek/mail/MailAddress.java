package kz.kezek.mail;

/**
 * One mailbox as a letter names it (RFC 5322 §3.4): the display name as decoded text, and the address.
 *
 * @param name the display name, empty when the letter gives none
 * @param address the address as written, without angle brackets; empty when the letter gives only a name
 */
public record MailAddress(String name, String address) {

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
