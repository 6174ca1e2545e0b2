package kz.kezek.mail;

/** Cuts what a reply quotes; lines only. */
final class QuoteCutter {

    private QuoteCutter() {}

    static String cut(String text) {
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.equals("-- ") || line.startsWith("-----Original Message-----")) {
                break;
            }
            if (!line.startsWith(">")) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString().strip();
    }
}
