package kz.kezek.mail;

import java.util.Set;

/** File names safe to show and to store: the last path element, without controls, invisible and direction-changing characters, at most 200 characters, the ending kept. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 12;
    private static final Set<Integer> FORBIDDEN =
            Set.of((int) '"', (int) '<', (int) '>', (int) '|', (int) '*', (int) '?', (int) ':');

    private FileNames() {}

    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(FileNames::visible)
                .forEach(c -> clean.appendCodePoint(FORBIDDEN.contains(c) ? '_' : c));
        String text = clean.toString().trim();
        while (text.startsWith(".")) {
            text = text.substring(1).trim();
        }
        return text.length() <= LONGEST ? text : shortened(text);
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static String shortened(String text) {
        int dot = text.lastIndexOf('.');
        String ending = dot > 0 && text.length() - dot <= LONGEST_ENDING ? text.substring(dot) : "";
        String start = text.substring(0, LONGEST - ending.length());
        boolean split = Character.isHighSurrogate(start.charAt(start.length() - 1));
        return (split ? start.substring(0, start.length() - 1) : start) + ending;
    }
}
