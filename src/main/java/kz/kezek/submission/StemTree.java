package kz.kezek.submission;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Beginnings of words with a value each, found in one walk along a word. */
final class StemTree {

    private @Nullable String value;
    private char[] keys = {};
    private StemTree[] next = {};

    /** Gives a beginning its value; returns the one it had. */
    @Nullable
    String put(String stem, String newValue) {
        StemTree node = this;
        for (int i = 0; i < stem.length(); i++) {
            node = node.childOrNew(stem.charAt(i));
        }
        String previous = node.value;
        node.value = newValue;
        return previous;
    }

    /** The value of the longest beginning of this word that has one. */
    @Nullable
    String longestIn(String word) {
        @Nullable String found = null;
        StemTree node = this;
        for (int i = 0; i < word.length(); i++) {
            int place = node.place(word.charAt(i));
            if (place < 0) {
                return found;
            }
            node = node.next[place];
            found = node.value == null ? found : node.value;
        }
        return found;
    }

    private StemTree childOrNew(char key) {
        int place = place(key);
        if (place >= 0) {
            return next[place];
        }
        keys = Arrays.copyOf(keys, keys.length + 1);
        next = Arrays.copyOf(next, next.length + 1);
        keys[keys.length - 1] = key;
        next[next.length - 1] = new StemTree();
        return next[next.length - 1];
    }

    private int place(char key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }
}
