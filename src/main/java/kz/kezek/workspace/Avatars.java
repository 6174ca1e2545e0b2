package kz.kezek.workspace;

/** Avatars of agents, always of the same tone, and of applicants. */
final class Avatars {

    private static final int TONES = 5;

    private Avatars() {}

    static Avatar of(long agentId, String initials, String name) {
        return new Avatar(initials, name, 1 + (int) Math.floorMod(agentId - 1, TONES));
    }

    /** An applicant, or whoever else writes: grey, the first letters of the first two words. */
    static Avatar ofStranger(String name) {
        var initials = new StringBuilder();
        for (String word : name.strip().split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return new Avatar(initials.toString(), name, 0);
    }
}
