package kz.kezek.mail;

import java.util.ArrayList;
import java.util.List;

/** Collects what had to be mended or cut in one letter; each said once, at most fifty. */
final class Repairs {

    private static final int MOST = 50;

    private final List<String> said = new ArrayList<>();

    void add(String repair) {
        if (said.size() < MOST && !said.contains(repair)) {
            said.add(repair);
        }
    }

    List<String> said() {
        return said;
    }
}
