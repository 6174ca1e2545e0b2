package kz.kezek.workspace;

import java.util.Optional;

/** A page that could not be shown: the HTTP status, and a code by which the administrator finds it in the log. */
public record FailurePage(Kind kind, Optional<String> code, boolean signedIn) implements Page {

    @Override
    public String template() {
        return "failure";
    }

    /** The failures that have words of their own; any other is shown as {@link #INTERNAL}. */
    public enum Kind {
        FORBIDDEN(403, "lock"),
        NOT_FOUND(404, "search"),
        CONFLICT(409, "circle-alert"),
        UNPROCESSABLE(422, "circle-alert"),
        INTERNAL(500, "triangle-alert"),
        /** What is kept no longer has the bytes that were taken: it is not handed out. */
        DAMAGED(500, "triangle-alert"),
        UNAVAILABLE(503, "hourglass");

        private final int status;
        private final String icon;

        Kind(int status, String icon) {
            this.status = status;
            this.icon = icon;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** Its icon in the sprite. */
        public String icon() {
            return icon;
        }

        /** The key of one of its texts. */
        public String key(String part) {
            return "failure." + SlaView.dashed(name()) + "." + part;
        }

        /** The kind that a status is shown as: the first of it. */
        public static Kind of(int status) {
            for (var kind : values()) {
                if (kind.status == status) {
                    return kind;
                }
            }
            return INTERNAL;
        }
    }
}
