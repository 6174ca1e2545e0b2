package kz.kezek.mail;

import java.util.List;

/** Vacation and other automatic replies (RFC 3834), also of servers that set no Auto-Submitted but say so in the subject. */
final class Vacation {

    private static final Phrases PHRASES = Phrases.of("vacation-phrases.txt");

    private static final List<String> PREFIXES = List.of("re:", "fwd:", "fw:", "aw:", "sv:", "отв:", "на:", "ответ:");

    private Vacation() {}

    static boolean is(MimePart letter, String lowerSubject, Automation automation) {
        return automation.autoSubmitted().equals("auto-replied")
                || AutomationReader.automatic(letter, automation)
                        && !automation.autoSubmitted().equals("auto-generated")
                || PHRASES.anyStarts("subject", withoutPrefixes(lowerSubject));
    }

    /** Whether a subject says to answer or to forward: people do, servers that report do not. */
    static boolean answers(String lowerSubject) {
        return !withoutPrefixes(lowerSubject).equals(lowerSubject.strip());
    }

    private static String withoutPrefixes(String subject) {
        String rest = subject.strip();
        boolean cut = true;
        while (cut) {
            cut = false;
            for (String prefix : PREFIXES) {
                if (rest.startsWith(prefix)) {
                    rest = rest.substring(prefix.length()).strip();
                    cut = true;
                }
            }
        }
        return rest;
    }
}
