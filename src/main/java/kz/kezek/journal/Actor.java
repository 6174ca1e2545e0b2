package kz.kezek.journal;

/**
 * Who did what the journal tells of. It is written as a short code ({@code agent:12}) and never holds a name or an address:
 * an append-only trail cannot be anonymized, so persons stand in it by reference only (R36).
 */
public sealed interface Actor {

    /** The written form: {@code agent:12}, {@code token:3}, {@code system:sla}, {@code applicant}. */
    String code();

    /** A signed-in agent, by the id of the account. */
    record AgentActor(long agentId) implements Actor {
        @Override
        public String code() {
            return "agent:" + agentId;
        }
    }

    /** An API token, by its id. */
    record TokenActor(long tokenId) implements Actor {
        @Override
        public String code() {
            return "token:" + tokenId;
        }
    }

    /** The program itself, by the part that acted: {@code intake}, {@code sla}, {@code console}. */
    record SystemActor(String part) implements Actor {
        public SystemActor {
            if (!part.matches("[a-z][a-z-]*")) {
                throw new IllegalArgumentException("not the name of a part: " + part);
            }
        }

        @Override
        public String code() {
            return "system:" + part;
        }
    }

    /** Whoever wrote as the applicant of the entry's subject; an e-mail proves no more than that. */
    record ApplicantActor() implements Actor {
        @Override
        public String code() {
            return "applicant";
        }
    }

    /**
     * The actor of a written form.
     *
     * @throws IllegalArgumentException when no actor writes itself so
     */
    static Actor ofCode(String code) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        String rest = code.substring(colon + 1);
        return switch (kind) {
            case "agent" -> new AgentActor(Long.parseLong(rest));
            case "token" -> new TokenActor(Long.parseLong(rest));
            case "system" -> new SystemActor(rest);
            case "applicant" -> new ApplicantActor();
            default -> throw new IllegalArgumentException("not an actor: " + code);
        };
    }
}
